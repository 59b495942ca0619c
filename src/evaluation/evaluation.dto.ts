import {
  BALLOT_KINDS,
  type BallotKind,
  EVALUATION_OBJECTS,
  EVALUATION_STAGES,
  type EvaluationObjects,
  type EvaluationStage,
} from '../lifecycle/facts';
import { evaluationStages } from '../lifecycle/words/stages';
import { ballotKinds, evaluationObjects } from '../lifecycle/words/meetings';
import { Choice, Day, Id, ListOf, Text, WholeNumber } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CHOICES, type Choice as Mark } from './ballot-paper';
import { optionWords } from './meeting-words';

export const LONGEST_AGENDA = 200;
/** Items times dimensions: as much as one ballot holds. */
export const MOST_MARKS = 400;
const LARGEST_COMMITTEE = 1000;
/** At once; a large committee prints twice. */
const MOST_COPIES = 100;
const MOST_DIMENSIONS = 20;
const DIMENSION = { max: 40, optional: true };
/** Short ones are guessed from a copy of the database. */
const PHRASE = { min: 8, max: 100 };

export class EvaluationsQuery extends PageQuery {
  @Choice('环节', EVALUATION_STAGES, { words: evaluationStages, optional: true })
  stage?: EvaluationStage | null;

  @Id('会议', { optional: true })
  sessionId?: number | null;
}

export class CopiesQuery {
  @WholeNumber('份数', { min: 1, max: MOST_COPIES, optional: true })
  copies?: number | null;
}

export class PlanDto {
  @Id('会议')
  sessionId: number;

  @Text('名称', { max: 100 })
  title: string;

  @Day('评议日期')
  heldOn: string;

  /** Left out: as the settings say. */
  @Choice('评议对象', EVALUATION_OBJECTS, { words: evaluationObjects, optional: true })
  objects?: EvaluationObjects | null;

  @Choice('选票', BALLOT_KINDS, { words: ballotKinds, optional: true })
  ballots?: BallotKind | null;
}

export class AgendaDto extends DeedDto {
  /** Key proposals in the order in which they are called. */
  @ListOf('评议的提案', 'id', { min: 0, max: LONGEST_AGENDA, optional: true })
  proposalIds?: number[] | null;

  /** The same where units are rated. */
  @ListOf('评议的承办单位', 'id', { min: 0, max: LONGEST_AGENDA, optional: true })
  unitIds?: number[] | null;
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

  /** Where the items are marked in several dimensions. */
  @Text('维度', DIMENSION)
  dimension?: string | null;

  @Choice('评价', CHOICES, { words: optionWords })
  choice: Mark;
}

/** What is left out counts as abstention. */
export class VoteDto {
  @ListOf('选票', () => MarkDto, { min: 0, max: MOST_MARKS })
  choices: MarkDto[];
}

export class PhraseDto {
  @Id('监票人')
  accountId: number;

  @Text('开箱口令', PHRASE)
  phrase: string;
}

export class CloseDto extends DeedDto {
  /** Of both tellers; none where only papers were used. */
  @ListOf('开箱口令', () => PhraseDto, { min: 0, max: 2 })
  phrases: PhraseDto[];
}

/** Who takes a paper, or hands it back unused. */
export class HandsDto extends DeedDto {
  @ListOf('领票人员', 'id', { max: LARGEST_COMMITTEE })
  memberIds: number[];
}

const COUNT = { max: LARGEST_COMMITTEE };

export class DimensionCountDto {
  @Text('维度', DIMENSION)
  dimension?: string | null;

  @WholeNumber('满意', COUNT)
  satisfied: number;

  @WholeNumber('基本满意', COUNT)
  basicallySatisfied: number;

  @WholeNumber('不满意', COUNT)
  dissatisfied: number;

  /** What is not marked is an abstention, too. */
  @WholeNumber('弃权', COUNT)
  abstained: number;
}

/** What one teller has counted of the papers for one item. */
export class CountDto extends DeedDto {
  @Id('评议对象')
  itemId: number;

  @WholeNumber('发出票数', COUNT)
  issued: number;

  @WholeNumber('收回票数', COUNT)
  collected: number;

  @WholeNumber('废票', COUNT)
  spoiled: number;

  @ListOf('各项票数', () => DimensionCountDto, { max: MOST_DIMENSIONS })
  marks: DimensionCountDto[];
}

export class CountedDto extends DoneDto {
  /** The first, or the how manieth count of this item. */
  attempt: number;

  /** Two tellers have counted the same. */
  agreed: boolean;

  /** Where the two counts differ; both are to be entered again. */
  differing: string[];
}

export class VotedDto extends DoneDto {
  /** A ballot came from you; nobody knows which. */
  receipted: boolean;
}
