import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

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

  /** What the principal is to be called, and its sponsors ordered, while this merge lasts. */
  @WordColumn(200, { nullable: true })
  jointSubject: string | null;

  @JsonColumn({ nullable: true })
  jointOrder: number[] | null;

  @IntegerColumn({ nullable: true })
  proposedBy: number | null;

  @MomentColumn()
  proposedAt: string;

  @MomentColumn({ nullable: true })
  doneAt: string | null;

  /** When and why it was dropped or undone. */
  @MomentColumn({ nullable: true })
  undoneAt: string | null;

  @TextColumn({ nullable: true })
  endReason: string | null;
}
