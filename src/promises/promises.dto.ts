import { situations } from '../lifecycle/words/terms';
import { Choice, Day, Flag, Id, Text } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { SITUATIONS, type Situation } from '../proposals/entities/follow-up-request.entity';
import { PROMISE_STATES, type PromiseState, promiseStateWords } from '../proposals/promises/promise-state';

/** What the register is narrowed to; every part may be left out. */
export class PromisesQuery extends PageQuery {
  @Id('承办单位', { optional: true })
  unitId?: number | null;

  @Id('会议', { optional: true })
  sessionId?: number | null;

  @Choice('状态', PROMISE_STATES, { words: promiseStateWords, optional: true })
  state?: PromiseState | null;

  @Day('期限不早于', { optional: true })
  dueFrom?: string | null;

  @Day('期限不晚于', { optional: true })
  dueTo?: string | null;

  @Flag('已公开', { optional: true })
  public?: boolean | null;
}

export class PromiseDeedDto extends DeedDto {
  @Id('承诺事项')
  promiseId: number;
}

export class AskCarryOverDto extends PromiseDeedDto {
  @Day('结转至')
  until: string;

  @Text('结转理由', { max: 2000, lines: true })
  reason: string;
}

export class GrantCarryOverDto extends PromiseDeedDto {
  @Text('说明', { max: 2000, lines: true, optional: true })
  note?: string | null;
}

export class RefusePromiseDto extends PromiseDeedDto {
  @Text('理由', { max: 2000, lines: true })
  reason: string;
}

/** The promise with its new day. */
export class CarriedOverDto extends DoneDto {
  dueOn: string;
  firstDueOn: string;
}

export class AttachedEvidenceDto extends DoneDto {
  attachmentId: number;
}

export class AnswerFollowUpDto extends DeedDto {
  @Id('回头看事项')
  requestId: number;

  @Choice('落实情况', SITUATIONS, { words: situations })
  situation: Situation;

  @Text('情况说明和佐证', { max: 5000, lines: true })
  evidence: string;
}
