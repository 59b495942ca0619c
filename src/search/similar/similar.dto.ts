import { Choice, Id, ListOf, Text } from '../../platform/web/fields';
import { type Decision, DECISIONS } from './likeness-decision.entity';

const LONG = { max: 20_000, lines: true, optional: true };

/** What has been written so far; any part may still be missing. */
export class HintsDto {
  @Text('案由', { max: 200, optional: true })
  subject?: string | null;

  @Text('情况', LONG)
  situation?: string | null;

  @Text('分析', LONG)
  analysis?: string | null;

  @ListOf('建议', 'text', { max: 30, textMax: 2000, lines: true, optional: true })
  recommendations?: string[] | null;

  @ListOf('建议承办单位', 'id', { max: 10, optional: true })
  suggestedUnits?: number[] | null;

  /** The draft itself, so that it is not found to be like itself. */
  @Id('草稿', { optional: true })
  proposalId?: number | null;
}

const DECISION_WORDS: Record<Decision, string> = { same: '属同一问题', notTheSame: '不是同一问题' };

export class JudgeLikenessDto {
  @Id('另一提案')
  otherId: number;

  @Choice('认定', DECISIONS, { words: DECISION_WORDS })
  decision: Decision;

  @Text('说明', { max: 500, lines: true, optional: true })
  note?: string | null;
}
