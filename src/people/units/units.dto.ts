import { Day, Id, ListOf, Text, WholeNumber } from '../../platform/web/fields';
import { AliasView } from '../bodies.dto';
import { NamesQuery } from '../listing';
import { Paged } from '../paged';

export class UnitFields {
  @Text('单位名称', { max: 100 })
  name: string;

  @Text('简称', { max: 40, optional: true })
  shortName?: string | null;

  @Text('单位类别', { max: 40 })
  kind: string;

  @Id('交办单位')
  officeId: number;

  @Text('联系人', { max: 60, optional: true })
  contactName?: string | null;

  @Text('联系电话', { max: 40, optional: true })
  contactPhone?: string | null;

  @Day('生效日期')
  validFrom: string;
}

export class UnitDraft extends UnitFields {
  @ListOf('别名', 'text', { max: 20, textMax: 100, optional: true })
  aliases?: string[] | null;
}

/** Puts a mistake right. A unit that takes a new name is ended in favour of a successor with that name instead. */
export class UnitChange extends UnitFields {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class UnitsQuery extends NamesQuery {
  @Text('单位类别', { max: 40, optional: true })
  kind?: string | null;

  @Id('交办单位', { optional: true })
  officeId?: number | null;
}

export class UnitView {
  id: number;
  name: string;
  shortName: string | null;
  kind: string;
  officeId: number;
  aliases: AliasView[];
  /** Contacts are shown to those who arrange the work only. */
  contactName?: string | null;
  contactPhone?: string | null;
  validFrom: string;
  validTo: string | null;
  successorId: number | null;
  version: number;
}

export class UnitsPage extends Paged(UnitView) {}
