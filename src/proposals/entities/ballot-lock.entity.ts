import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, TextColumn } from '../../platform/database/columns';

/** A teller's lock on the ballot box: only both phrases together open a ballot. */
@Entity('ballotLock')
export class BallotLock {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  evaluationId: number;

  @IntegerColumn()
  accountId: number;

  @TextColumn()
  publicKey: string;

  /** The private key, locked with the teller's phrase, which is never stored. */
  @TextColumn()
  lockedKey: string;
}
