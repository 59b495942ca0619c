import { Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** What sort of sponsor a body is. Data, not code: a committee may have kinds nobody thought of. */
@Entity('sponsorKind')
export class SponsorKind {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  code: string;

  @WordColumn(40)
  name: string;

  /** Its proposals count as collective ones (集体提案). */
  @FlagColumn()
  collective: boolean;

  /** A proposal needs the body's seal or its convener's signature. */
  @FlagColumn()
  needsConvener: boolean;

  /** May propose between sessions (平时提案). */
  @FlagColumn()
  betweenSessions: boolean;

  @IntegerColumn()
  version: number;
}

/** The one kind with meaning in code: every member is a sponsor of this kind. */
export const MEMBER = 'member';
