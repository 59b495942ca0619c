import { Day, Text, WholeNumber } from '../../platform/web/fields';
import { Paged } from '../paged';

export class TermDraft {
  @WholeNumber('届', { min: 1, max: 99 })
  number: number;

  @Text('届的名称', { max: 40 })
  name: string;

  @Day('起始日期')
  fromDay: string;

  @Day('届满日期', { optional: true })
  toDay?: string | null;
}

export class TermChange extends TermDraft {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class TermView extends TermChange {
  id: number;
}

export class TermsPage extends Paged(TermView) {}
