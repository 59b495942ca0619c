import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, JsonColumn, MomentColumn, WordColumn } from '../database/columns';

/** Lets a program act for an account, with some of its hats and nothing else. */
@Entity('apiToken')
export class ApiToken {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  accountId: number;

  @WordColumn(50)
  name: string;

  @WordColumn(64)
  hash: string;

  /** Ids of worn hats, not their names: a hat taken and given again does not come back to an old token. */
  @JsonColumn()
  hats: number[];

  @MomentColumn()
  createdAt: string;

  @DayColumn({ nullable: true })
  lastUsedOn: string | null;

  /** The last day on which it works. */
  @DayColumn({ nullable: true })
  expiresOn: string | null;

  @MomentColumn({ nullable: true })
  revokedAt: string | null;
}
