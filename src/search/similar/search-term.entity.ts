import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn } from '../../platform/database/columns';

/** How many of the cases that were counted have a word. The row of the empty word says how many were counted. */
@Entity('searchTerm')
export class SearchTerm {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  term: string;

  @IntegerColumn()
  cases: number;
}
