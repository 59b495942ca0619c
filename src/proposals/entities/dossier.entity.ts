import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** What of a case may be published, and the public summary, a document of its own. */
@Entity('dossier')
export class Dossier {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  version: number;

  @TextColumn()
  summary: string;

  @WordColumn(20)
  extent: 'full' | 'summary' | 'none';

  @IntegerColumn({ nullable: true })
  summarisedBy: number | null;

  @MomentColumn()
  summarisedAt: string;

  @IntegerColumn({ nullable: true })
  checkedBy: number | null;

  @MomentColumn({ nullable: true })
  checkedAt: string | null;
}
