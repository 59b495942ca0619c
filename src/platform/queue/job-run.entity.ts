import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../database/columns';

/** How a job fares, over all processes: a row for each name, so that any process can say whether the work is done. */
@Entity('jobRun')
export class JobRunRow {
  @PrimaryColumn({ type: 'varchar', length: 50 })
  name: string;

  @MomentColumn({ nullable: true })
  succeededAt: string | null;

  @MomentColumn({ nullable: true })
  failedAt: string | null;

  /** Failures since the last success. */
  @IntegerColumn()
  failing: number;

  /** Failures ever. */
  @IntegerColumn()
  failures: number;
}
