import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { FlagColumn, MomentColumn, WordColumn } from '../database/columns';

/** Somebody who may sign in. Accounts are never deleted: the history names them. */
@Entity('account')
export class Account {
  @PrimaryGeneratedColumn()
  id: number;

  /** Folded (see username.ts), so that one name in two spellings cannot be two accounts. */
  @WordColumn(50)
  username: string;

  @WordColumn(50)
  displayName: string;

  /** Null: nobody can sign in with a password, only API tokens work. */
  @WordColumn(200, { nullable: true })
  passwordHash: string | null;

  /** The password was made by somebody else; until it is changed nothing but changing it is possible. */
  @FlagColumn()
  mustChangePassword: boolean;

  @FlagColumn()
  active: boolean;

  @MomentColumn()
  createdAt: string;

  @MomentColumn({ nullable: true })
  lastSignInAt: string | null;
}
