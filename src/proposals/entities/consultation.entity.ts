import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A meeting of a unit with a sponsor (面商), or that the sponsor declined one. */
@Entity('consultation')
export class Consultation {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @DayColumn()
  heldOn: string;

  @WordColumn(20)
  mode: string;

  @TextColumn()
  people: string;

  @TextColumn()
  outcome: string;

  @FlagColumn()
  declined: boolean;

  @IntegerColumn({ nullable: true })
  recordedBy: number | null;

  @MomentColumn()
  recordedAt: string;
}
