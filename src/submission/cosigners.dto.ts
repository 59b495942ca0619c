import { Id, ListOf, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';

export class InviteDto extends DeedDto {
  @ListOf('联名提案者', 'id', { min: 1, max: 100 })
  sponsorIds: number[];
}

export class AnswerDto extends DeedDto {
  /** For which of the writer's own sponsors, where more than one is invited; for staff, whose signature it is. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Text('意见', { max: 500, lines: true, optional: true })
  opinion?: string | null;
}
