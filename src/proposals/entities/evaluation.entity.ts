import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { EvaluationStage } from '../../lifecycle/facts';
import { DayColumn, IntegerColumn, MomentColumn, WordColumn } from '../../platform/database/columns';

/** A meeting of the Standing Committee that rates key proposals by ballot. */
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

  /** Rises when a round is broken off or void. */
  @IntegerColumn()
  round: number;

  @IntegerColumn()
  issued: number;

  @IntegerColumn()
  collected: number;

  @MomentColumn({ nullable: true })
  announcedAt: string | null;
}
