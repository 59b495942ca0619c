import { Day, ListOf, Text, WholeNumber } from '../../platform/web/fields';
import { AliasView } from '../bodies.dto';
import { NamesQuery } from '../listing';
import { Paged } from '../paged';

export class SponsorFields {
  @Text('提案者类别', { max: 40 })
  kindCode: string;

  @Text('名称', { max: 100 })
  name: string;

  @Text('联系人', { max: 60, optional: true })
  contactName?: string | null;

  @Text('联系人职务', { max: 100, optional: true })
  contactPost?: string | null;

  @Text('联系电话', { max: 40, optional: true })
  contactPhone?: string | null;

  @Day('生效日期')
  validFrom: string;
}

export class SponsorDraft extends SponsorFields {
  @ListOf('别名', 'text', { max: 20, textMax: 100, optional: true })
  aliases?: string[] | null;
}

/** Puts a mistake right. A body that takes a new name is ended in favour of a successor with that name instead. */
export class SponsorChange extends SponsorFields {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class SponsorsQuery extends NamesQuery {
  @Text('提案者类别', { max: 40, optional: true })
  kind?: string | null;
}

export class SponsorView {
  id: number;
  kindCode: string;
  name: string;
  aliases: AliasView[];
  /** Contacts are shown to those who arrange the work only. */
  contactName?: string | null;
  contactPost?: string | null;
  contactPhone?: string | null;
  validFrom: string;
  validTo: string | null;
  successorId: number | null;
  version: number;
}

export class SponsorsPage extends Paged(SponsorView) {}
