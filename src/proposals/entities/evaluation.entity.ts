import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BallotKind, EvaluationObjects, EvaluationStage } from '../../lifecycle/facts';
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  WordColumn,
} from '../../platform/database/columns';

/** What each object is marked for, with its share of the grade in percent. */
export interface Dimension {
  readonly code: string;
  readonly label: string;
  readonly weight: number;
}

/** A meeting of the Standing Committee that rates key proposals, or the units that handled them, by ballot. */
@Entity('evaluation')
export class Evaluation {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  sessionId: number;

  @WordColumn(100)
  title: string;

  @DayColumn()
  heldOn: string;

  @WordColumn(20)
  stage: EvaluationStage;

  @IntegerColumn()
  version: number;

  @WordColumn(20)
  objects: EvaluationObjects;

  @WordColumn(20)
  ballots: BallotKind;

  /** As the settings were when it was planned; empty: one mark for the whole. */
  @JsonColumn()
  dimensions: Dimension[];

  /** Rises when a round is broken off or void. */
  @IntegerColumn()
  round: number;

  @IntegerColumn()
  issued: number;

  @IntegerColumn()
  collected: number;

  /** Voting of this round is over, and the papers are being counted. */
  @FlagColumn()
  shut: boolean;

  @MomentColumn({ nullable: true })
  announcedAt: string | null;
}
