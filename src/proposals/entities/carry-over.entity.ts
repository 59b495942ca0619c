import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A unit's wish to keep a promise on a later day (结转), and what the committee decided. */
@Entity('carryOver')
export class CarryOver {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  promiseId: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn()
  proposalId: number;

  /** The day it was due when this was asked. */
  @DayColumn()
  dueOn: string;

  @DayColumn()
  until: string;

  @TextColumn()
  reason: string;

  @IntegerColumn({ nullable: true })
  askedBy: number | null;

  @MomentColumn()
  askedAt: string;

  /** `lapsed`: the promise was kept before anybody decided. */
  @WordColumn(10, { nullable: true })
  decision: 'granted' | 'refused' | 'lapsed' | null;

  @TextColumn({ nullable: true })
  decisionNote: string | null;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @MomentColumn({ nullable: true })
  decidedAt: string | null;
}
