import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

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

  /** What is published in full: the summary, or the reply itself. */
  @WordColumn(20)
  document: 'summary' | 'reply';

  /** 定密审查: by whom, on which day, with which outcome. */
  @WordColumn(20, { nullable: true })
  secrecyResult: 'open' | 'secret' | null;

  @DayColumn({ nullable: true })
  secrecyOn: string | null;

  @TextColumn({ nullable: true })
  secrecyNote: string | null;

  @IntegerColumn({ nullable: true })
  secrecyBy: number | null;

  @IntegerColumn({ nullable: true })
  summarisedBy: number | null;

  @MomentColumn()
  summarisedAt: string;

  @IntegerColumn({ nullable: true })
  checkedBy: number | null;

  @MomentColumn({ nullable: true })
  checkedAt: string | null;
}
