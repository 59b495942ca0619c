import { mergeAnswers } from '../lifecycle/words/terms';
import { Choice, Flag, Id, ListOf, Text } from '../platform/web/fields';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';

const REASON = { max: 2000, lines: true };

export const MERGE_ANSWERS = ['agreed', 'objected'] as const;

export class ProposeMergeDto extends DeedDto {
  @Id('主案')
  principalId: number;

  /** What the principal is to be called while this merge lasts. */
  @Text('并案后案由', { max: 200, optional: true })
  jointSubject?: string | null;

  /** The sponsors who come first, in their order; the others follow. */
  @ListOf('提案者排序', 'id', { optional: true })
  sponsorOrder?: number[] | null;

  /** Has to be said for cases of different sessions. */
  @Flag('跨会议并案', { optional: true })
  acrossSessions?: boolean | null;

  @Text('并案理由', REASON)
  reason: string;
}

export class AnswerMergeDto extends DeedDto {
  /** Whose answer it is; one's own when left out. */
  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Choice('答复', MERGE_ANSWERS, { words: mergeAnswers })
  answer: (typeof MERGE_ANSWERS)[number];

  @Text('说明', { ...REASON, optional: true })
  note?: string | null;
}

export class DropMergeDto extends DeedDto {
  @Text('放弃理由', { ...REASON, optional: true })
  reason?: string | null;
}

export class UnmergeDto extends DeedDto {
  @Text('撤销理由', REASON)
  reason: string;
}

export class ProposedMergeDto extends DoneDto {
  mergingId: number;
}
