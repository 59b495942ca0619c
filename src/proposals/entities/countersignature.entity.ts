import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A co-handler's signature under a lead's draft: asked, given, or missing with a reason. */
@Entity('countersignature')
export class Countersignature {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn()
  coAssignmentId: number;

  @WordColumn(20)
  state: 'asked' | 'signed' | 'missing';

  @TextColumn({ nullable: true })
  note: string | null;

  @IntegerColumn({ nullable: true })
  byAccountId: number | null;

  @MomentColumn({ nullable: true })
  at: string | null;
}
