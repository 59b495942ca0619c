import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, TextColumn } from '../../platform/database/columns';

/** A sealed ballot under a random key: no voter, no order, no time. Gone once the round is counted. */
@Entity('ballot')
export class Ballot {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  key: string;

  @IntegerColumn()
  evaluationId: number;

  @TextColumn()
  sealed: string;
}
