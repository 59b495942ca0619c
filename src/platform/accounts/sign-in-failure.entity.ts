import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../database/columns';

/** Failures in a row of one name, whether or not an account has it: the answers must not tell which names exist. */
@Entity('signInFailure')
export class SignInFailure {
  /** Fingerprint of the folded name: people also type passwords into this field. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  usernameKey: string;

  @IntegerColumn()
  count: number;

  @MomentColumn()
  lastAt: string;

  /** Nothing is tried before this moment. */
  @MomentColumn({ nullable: true })
  lockedUntil: string | null;
}
