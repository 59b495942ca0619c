import { Day, Id, Text } from '../web/fields';

/** A hat to be given. */
export class NewHatDto {
  @Text('身份', { max: 40 })
  hat: string;

  @Id('所代表对象的编号', { optional: true })
  scopeId?: number | null;

  @Day('开始日期', { optional: true })
  since?: string | null;

  @Day('截止日期', { optional: true })
  until?: string | null;
}

/** A hat that counts today. */
export class HatDto {
  id: number;
  hat: string;
  scopeId: number | null;
}

/** A hat with its days, as administrators see it. */
export class WornHatDto extends HatDto {
  since: string;
  until: string | null;
}
