import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** What a unit asks of the assigning office: to return, to add a unit, to extend; with the decision. */
@Entity('unitRequest')
export class UnitRequest {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn()
  proposalId: number;

  @WordColumn(20)
  kind: 'return' | 'add' | 'extension';

  @TextColumn()
  reason: string;

  @IntegerColumn({ nullable: true })
  suggestedUnitId: number | null;

  @DayColumn({ nullable: true })
  until: string | null;

  @IntegerColumn({ nullable: true })
  askedBy: number | null;

  @MomentColumn()
  askedAt: string;

  /** `lapsed`: the unit was released or replied before anybody decided. */
  @WordColumn(20, { nullable: true })
  decision: 'granted' | 'refused' | 'lapsed' | null;

  @TextColumn({ nullable: true })
  decisionNote: string | null;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @MomentColumn({ nullable: true })
  decidedAt: string | null;
}
