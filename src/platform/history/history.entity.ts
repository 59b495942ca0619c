import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../database/columns';

/** One thing that happened. Rows are only ever inserted: the database refuses to change or remove them. */
@Entity('history')
export class HistoryRow {
  /** Counts without gaps, given under the lock of the chain's head. */
  @PrimaryColumn({ type: 'integer' })
  id: number;

  @MomentColumn()
  at: string;

  @IntegerColumn({ nullable: true })
  accountId: number | null;

  @WordColumn(200)
  actorName: string;

  @WordColumn(200, { nullable: true })
  onBehalfOf: string | null;

  @WordColumn(64, { nullable: true })
  requestId: string | null;

  @WordColumn(60)
  kind: string;

  @IntegerColumn({ nullable: true })
  subjectId: number | null;

  @IntegerColumn({ nullable: true })
  proposalId: number | null;

  @WordColumn(60)
  action: string;

  @WordColumn(60, { nullable: true })
  stageFrom: string | null;

  @WordColumn(60, { nullable: true })
  stageTo: string | null;

  /** Canonical JSON, kept as the very text that was hashed. */
  @TextColumn()
  change: string;

  /** Who is to be told, as a JSON list of hats. */
  @TextColumn()
  tells: string;

  @WordColumn(64)
  prevHash: string;

  @WordColumn(64)
  hash: string;
}
