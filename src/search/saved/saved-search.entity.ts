import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, JsonColumn, MomentColumn, WordColumn } from '../../platform/database/columns';

/** A search somebody wants to find again; everybody has their own. */
@Entity('savedSearch')
export class SavedSearch {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  accountId: number;

  @WordColumn(60)
  name: string;

  /** Words and filters as the search takes them. */
  @JsonColumn()
  criteria: Record<string, string | number | boolean>;

  @MomentColumn()
  savedAt: string;
}
