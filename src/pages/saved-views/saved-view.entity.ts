import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** How somebody likes to look at the list of proposals; everybody has their own. */
@Entity('savedView')
export class SavedView {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  accountId: number;

  @WordColumn(30)
  name: string;

  /** The query of the list's address, without the page. */
  @TextColumn()
  query: string;

  @MomentColumn()
  savedAt: string;
}
