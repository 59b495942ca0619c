import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ClockName } from '../../lifecycle/clocks';
import type { Length } from '../../lifecycle/deadlines';
import type { Hat } from '../../lifecycle/people';
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A clock that runs or ran for somebody. The due date follows from the events alone. */
@Entity('deadline')
export class Deadline {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(30)
  clock: ClockName;

  @WordColumn(20)
  subjectKind: string;

  @IntegerColumn()
  subjectId: number;

  @IntegerColumn({ nullable: true })
  proposalId: number | null;

  @WordColumn(30)
  owerHat: Hat;

  @IntegerColumn({ nullable: true })
  owerScope: number | null;

  @JsonColumn()
  length: Length;

  @DayColumn()
  startedOn: string;

  @DayColumn()
  dueOn: string;

  /** For lengths in hours. */
  @MomentColumn({ nullable: true })
  dueAt: string | null;

  @FlagColumn()
  provisional: boolean;

  @WordColumn(20)
  state: 'running' | 'paused' | 'met' | 'cancelled';

  @DayColumn({ nullable: true })
  stoppedOn: string | null;

  /** Whether it was stopped after its day. */
  @FlagColumn()
  late: boolean;

  /** The state of the calendar its days were counted with. */
  @IntegerColumn({ default: 0 })
  calendarRevision: number;

  /** The next day a reminder of it falls on; null when the ladder has nothing more to say. */
  @DayColumn({ nullable: true })
  remindOn: string | null;
}
