import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** A term of the committee (届). */
@Entity('term')
export class Term {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  number: number;

  /** As people write it, such as 第十五届. */
  @WordColumn(40)
  name: string;

  @DayColumn()
  fromDay: string;

  @DayColumn({ nullable: true })
  toDay: string | null;

  @IntegerColumn()
  version: number;
}
