import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A follower's merge into a principal: proposed, done, dropped or undone. */
@Entity('merging')
export class Merging {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  followerId: number;

  @IntegerColumn()
  principalId: number;

  @WordColumn(20)
  state: 'proposed' | 'done' | 'dropped' | 'undone';

  @TextColumn({ nullable: true })
  reason: string | null;

  @IntegerColumn({ nullable: true })
  proposedBy: number | null;

  @MomentColumn()
  proposedAt: string;

  @MomentColumn({ nullable: true })
  doneAt: string | null;

  @MomentColumn({ nullable: true })
  undoneAt: string | null;
}
