import { proposalStages } from '../../lifecycle/words/stages';
import { classWords, ratings, sideWords } from '../../lifecycle/words/terms';
import {
  CLASSES,
  PROPOSAL_STAGES,
  type ProposalStage,
  type Rating,
  RATINGS,
  type ReplyClass,
} from '../../lifecycle/facts';
import type { Side } from '../../lifecycle/people';
import { Choice, Day, Flag, Id, Text, WholeNumber } from '../../platform/web/fields';
import { PageQuery } from '../../platform/web/page.dto';
import { type Counted, COUNTED_NAMES, countedWords } from './counted';

/** Who a step may be waited for from. */
export const OWERS = ['sponsors', 'committee', 'assigningOffice', 'units'] as const satisfies readonly Side[];
/** Asks for cases without a category. */
export const UNCATEGORISED = '未分类';

export const SORTS = ['newest', 'oldest', 'caseNo', 'due'] as const;
const sortWords = { newest: '最新的在前', oldest: '最早的在前', caseNo: '按案号', due: '期限近的在前' };

/** What a list of proposals is narrowed to; every part may be left out. */
export class ProposalsQuery extends PageQuery {
  @Choice('环节', PROPOSAL_STAGES, { words: proposalStages, optional: true })
  stage?: ProposalStage | null;

  @Id('会议', { optional: true })
  sessionId?: number | null;

  @Id('承办单位', { optional: true })
  unitId?: number | null;

  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Id('交办单位', { optional: true })
  officeId?: number | null;

  @Text('类别', { max: 20, optional: true })
  category?: string | null;

  @Flag('重点提案', { optional: true })
  key?: boolean | null;

  /** Some step of the case is overdue. */
  @Flag('超期', { optional: true })
  overdue?: boolean | null;

  /** Some step is due from this day on. With `overdue`, `dueTo` and who owes it, one and the same step is meant. */
  @Day('期限不早于', { optional: true })
  dueFrom?: string | null;

  @Day('期限不晚于', { optional: true })
  dueTo?: string | null;

  @Choice('责任方', OWERS, { words: sideWords, optional: true })
  owedBy?: Side | null;

  /** Some step is owed by this unit. */
  @Id('责任单位', { optional: true })
  owedByUnitId?: number | null;

  /** As reports count. */
  @Choice('统计口径', COUNTED_NAMES, { words: countedWords, optional: true })
  counted?: Counted | null;

  @Choice('答复类别', CLASSES, { words: classWords, optional: true })
  class?: ReplyClass | null;

  /** Replied to in time, or not. */
  @Flag('按期答复', { optional: true })
  onTime?: boolean | null;

  /** A meeting with a sponsor is recorded. */
  @Flag('已面商', { optional: true })
  met?: boolean | null;

  @Choice('办理态度', RATINGS, { words: ratings, optional: true })
  attitude?: Rating | null;

  @Choice('办理结果', RATINGS, { words: ratings, optional: true })
  result?: Rating | null;

  @WholeNumber('案号', { min: 1, max: 100_000, optional: true })
  caseNo?: number | null;

  @Text('案由包含', { max: 50, optional: true })
  subject?: string | null;

  @Choice('排序', SORTS, { words: sortWords, optional: true })
  sort?: (typeof SORTS)[number] | null;
}

/** What somebody owes, narrowed. */
export class DeadlinesQuery extends PageQuery {
  @Flag('仅超期', { optional: true })
  overdue?: boolean | null;
}
