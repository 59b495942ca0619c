import { Day, Id, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { BegunDto } from './hand-over.dto';

const REASON = { max: 1000, lines: true };

export class RecallDto extends DeedDto {
  @Text('收回理由', REASON)
  reason: string;
}

/** What the office says when it grants something. */
export class GrantDto extends DeedDto {
  @Text('意见', { ...REASON, optional: true })
  note?: string | null;
}

/** Whoever is refused something reads why. */
export class RefuseDto extends DeedDto {
  @Text('不同意的理由', REASON)
  note: string;
}

export class RequestReturnDto extends DeedDto {
  @Text('退办理由', REASON)
  reason: string;

  /** The unit thought right; the office decides. */
  @Id('建议承办单位', { optional: true })
  suggestedUnitId?: number | null;
}

export class EarlierReturnsQuery {
  @Id('提案')
  proposalId: number;
}

/** A request to return the case that was decided. */
export class EarlierReturnDto {
  id: number;
  assignmentId: number;
  unitId: number;
  unitName: string;
  round: number;
  reason: string;
  suggestedUnitId: number | null;
  suggestedUnitName: string | null;
  askedAt: string;
  decision: 'granted' | 'refused';
  decisionNote: string | null;
  decidedAt: string;
}

export class AskToAddDto extends DeedDto {
  @Text('增办理由', REASON)
  reason: string;

  @Id('建议增加的单位')
  unitId: number;
}

export class AddedDto extends DoneDto {
  assignments: BegunDto[];
}

export class AskExtensionDto extends DeedDto {
  @Day('延期至')
  until: string;

  @Text('延期理由', REASON)
  reason: string;
}

export class GrantExtensionDto extends GrantDto {
  /** Another day than was asked for. */
  @Day('延期至', { optional: true })
  until?: string | null;
}

export class ExtendedDto extends DoneDto {
  until: string;
}
