import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, JsonColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** One item as readers see it; texts are copied in when the notice is prepared. */
@Entity('noticeItem')
export class NoticeItem {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  noticeId: number;

  @IntegerColumn()
  place: number;

  /** Null where the notice is older than this record. */
  @IntegerColumn({ nullable: true })
  proposalId: number | null;

  @WordColumn(200)
  subject: string;

  @WordColumn(20, { nullable: true })
  tag: string | null;

  @JsonColumn()
  sponsors: string[];

  @JsonColumn()
  leadUnits: string[];

  /** What the text is: the public summary, or the reply itself. */
  @WordColumn(20)
  document: 'summary' | 'reply';

  @TextColumn()
  summary: string;

  /** The version of the public summary that was copied; null when there was none yet. */
  @IntegerColumn({ nullable: true })
  dossierVersion: number | null;
}
