import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../platform/database/columns';

/** What of a case the index holds, as a fingerprint. The index itself has a form of its own on each database. */
@Entity('searchEntry')
export class SearchEntry {
  @PrimaryColumn()
  proposalId: number;

  @WordColumn(40)
  fingerprint: string;

  /** The version of the tokenizer that read the case. */
  @IntegerColumn()
  tokenizer: number;
}
