import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** A body that handles proposals (承办单位): bureau, Party department, central agency, the military and more. */
@Entity('handlingUnit')
export class HandlingUnit {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(100)
  name: string;

  @WordColumn(40, { nullable: true })
  shortName: string | null;

  /** In the committee's own words, such as 政府部门, 党委部门, 中央直属. */
  @WordColumn(40)
  kind: string;

  /** The office through which it usually gets its cases. */
  @IntegerColumn()
  officeId: number;

  @WordColumn(60, { nullable: true })
  contactName: string | null;

  @WordColumn(40, { nullable: true })
  contactPhone: string | null;

  @DayColumn()
  validFrom: string;

  /** The last day on which it exists under this name; its old cases keep it. */
  @DayColumn({ nullable: true })
  validTo: string | null;

  @IntegerColumn({ nullable: true })
  successorId: number | null;

  @IntegerColumn()
  version: number;
}
