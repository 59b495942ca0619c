import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A note of a leader's supervision (督办) of a key proposal. */
@Entity('supervision')
export class Supervision {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @DayColumn()
  heldOn: string;

  @WordColumn(60)
  leader: string;

  @TextColumn()
  note: string;

  @IntegerColumn({ nullable: true })
  recordedBy: number | null;

  @MomentColumn()
  recordedAt: string;
}
