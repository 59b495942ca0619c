import { Flag, Text, WholeNumber } from '../../platform/web/fields';

export class KindFields {
  @Text('类别名称', { max: 40 })
  name: string;

  @Flag('集体提案')
  collective: boolean;

  @Flag('需盖章或召集人签名')
  needsConvener: boolean;

  @Flag('可提平时提案')
  betweenSessions: boolean;
}

export class KindDraft extends KindFields {
  @Text('类别代码', { min: 2, max: 40 })
  code: string;
}

export class KindChange extends KindFields {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class KindView extends KindDraft {
  version: number;
}
