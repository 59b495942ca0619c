import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** Whoever may put a name under a proposal: a member or a body. */
@Entity('sponsor')
export class Sponsor {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(40)
  kindCode: string;

  @WordColumn(100)
  name: string;

  @WordColumn(60, { nullable: true })
  contactName: string | null;

  @WordColumn(100, { nullable: true })
  contactPost: string | null;

  @WordColumn(40, { nullable: true })
  contactPhone: string | null;

  @DayColumn()
  validFrom: string;

  /** The last day on which it exists; its old cases keep it and its name. */
  @DayColumn({ nullable: true })
  validTo: string | null;

  @IntegerColumn({ nullable: true })
  successorId: number | null;

  @IntegerColumn()
  version: number;
}
