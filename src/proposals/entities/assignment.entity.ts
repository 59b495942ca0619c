import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AssignmentStage, UnitRole } from '../../lifecycle/facts';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A unit's part in a case, one per unit and round. */
@Entity('assignment')
export class Assignment {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  unitId: number;

  @WordColumn(20)
  role: UnitRole;

  @WordColumn(20)
  stage: AssignmentStage;

  @IntegerColumn()
  version: number;

  @IntegerColumn()
  round: number;

  @MomentColumn()
  assignedAt: string;

  @MomentColumn({ nullable: true })
  acknowledgedAt: string | null;

  @MomentColumn({ nullable: true })
  finishedAt: string | null;

  @TextColumn({ nullable: true })
  releaseReason: string | null;
}
