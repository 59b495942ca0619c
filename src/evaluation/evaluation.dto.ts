import { EVALUATION_STAGES, type EvaluationStage } from '../lifecycle/facts';
import { Choice, Day, Id, ListOf, Text } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CHOICES, type Choice as Mark } from './ballot-paper';

export const LONGEST_AGENDA = 200;
const LARGEST_COMMITTEE = 1000;
/** Short ones are guessed from a copy of the database. */
const PHRASE = { min: 8, max: 100 };

export class EvaluationsQuery extends PageQuery {
  @Choice('环节', EVALUATION_STAGES, { optional: true })
  stage?: EvaluationStage | null;

  @Id('会议', { optional: true })
  sessionId?: number | null;
}

export class PlanDto {
  @Id('会议')
  sessionId: number;

  @Text('名称', { max: 100 })
  title: string;

  @Day('评议日期')
  heldOn: string;
}

export class AgendaDto extends DeedDto {
  /** Key proposals in the order in which they are called. */
  @ListOf('评议对象', 'id', { min: 0, max: LONGEST_AGENDA })
  proposalIds: number[];
}

/** Only those whose presence changes. */
export class PresenceDto extends DeedDto {
  @ListOf('到会人员', 'id', { max: LARGEST_COMMITTEE, optional: true })
  present?: number[] | null;

  @ListOf('缺席人员', 'id', { max: LARGEST_COMMITTEE, optional: true })
  absent?: number[] | null;
}

export class LockDto extends DeedDto {
  /** Kept nowhere: without it the box stays shut. */
  @Text('开箱口令', PHRASE)
  phrase: string;
}

export class MarkDto {
  @Id('评议对象')
  itemId: number;

  @Choice('评价', CHOICES)
  choice: Mark;
}

/** What is left out counts as abstention. */
export class VoteDto {
  @ListOf('选票', () => MarkDto, { min: 0, max: LONGEST_AGENDA })
  choices: MarkDto[];
}

export class PhraseDto {
  @Id('监票人')
  accountId: number;

  @Text('开箱口令', PHRASE)
  phrase: string;
}

export class CloseDto extends DeedDto {
  @ListOf('开箱口令', () => PhraseDto, { min: 2, max: 2 })
  phrases: PhraseDto[];
}

export class VotedDto extends DoneDto {
  /** A ballot came from you; nobody knows which. */
  receipted: boolean;
}
