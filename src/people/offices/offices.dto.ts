import { Text, WholeNumber } from '../../platform/web/fields';
import { PageQuery } from '../../platform/web/page.dto';
import { Paged } from '../paged';

export class OfficeDraft {
  @Text('交办单位名称', { max: 100 })
  name: string;

  @Text('交办单位类别', { max: 40 })
  kind: string;
}

export class OfficeChange extends OfficeDraft {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class OfficesQuery extends PageQuery {
  @Text('名称', { max: 100, optional: true })
  q?: string | null;
}

export class OfficeView extends OfficeChange {
  id: number;
}

export class OfficesPage extends Paged(OfficeView) {}
