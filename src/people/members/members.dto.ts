import { Day, Flag, Id, Text, WholeNumber } from '../../platform/web/fields';
import { NamesQuery } from '../listing';
import { Paged } from '../paged';

export class MemberDraft {
  @Text('姓名', { max: 60 })
  name: string;

  @Text('委员证号', { max: 20, optional: true })
  number?: string | null;

  @Id('届')
  termId: number;

  @Id('界别', { optional: true })
  sectorSponsorId?: number | null;

  @Flag('常委', { optional: true })
  standingCommittee?: boolean | null;

  @Text('联系电话', { max: 40, optional: true })
  phone?: string | null;

  @Day('生效日期')
  validFrom: string;
}

export class MemberChange extends MemberDraft {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class MembersQuery extends NamesQuery {
  @Id('届', { optional: true })
  termId?: number | null;

  @Id('界别', { optional: true })
  sectorSponsorId?: number | null;

  @Flag('常委', { optional: true })
  standingCommittee?: boolean | null;
}

export class MemberView {
  id: number;
  sponsorId: number;
  number: string | null;
  name: string;
  termId: number;
  sectorSponsorId: number | null;
  standingCommittee: boolean;
  /** Shown to those who arrange the work only. */
  phone?: string | null;
  validFrom: string;
  validTo: string | null;
  version: number;
}

export class MembersPage extends Paged(MemberView) {}
