import { Day, Id, Text, WholeNumber } from '../platform/web/fields';

/** Says which version of the row the change is meant for. */
export class Version {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class AliasDraft {
  @Text('别名', { max: 100 })
  name: string;
}

export class LastDay extends Version {
  @Day('最后有效日')
  validTo: string;
}

export class Ending extends LastDay {
  @Id('继任者', { optional: true })
  successorId?: number | null;
}

export class AliasView {
  id: number;
  name: string;
}
