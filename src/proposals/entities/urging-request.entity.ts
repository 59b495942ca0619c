import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A sponsor's wish that the committee urge those at work (请催办), and what became of it. */
@Entity('urgingRequest')
export class UrgingRequest {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  sponsorId: number;

  @TextColumn()
  reason: string;

  @IntegerColumn({ nullable: true })
  askedBy: number | null;

  @MomentColumn()
  askedAt: string;

  @WordColumn(10)
  state: 'open' | 'urged' | 'declined';

  /** Why not. */
  @TextColumn({ nullable: true })
  answer: string | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;
}
