import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../database/columns';

/** A session. The token itself is only in the person's cookie: who reads this table cannot sign in with it. */
@Entity('signIn')
export class SignIn {
  /** Fingerprint of the token. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id: string;

  @IntegerColumn()
  accountId: number;

  @MomentColumn()
  createdAt: string;

  /** When it was last used, to the minute: the start of the idle time. */
  @MomentColumn()
  seenAt: string;

  /** The end that no use moves. */
  @MomentColumn()
  expiresAt: string;
}
