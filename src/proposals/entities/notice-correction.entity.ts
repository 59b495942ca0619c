import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn } from '../../platform/database/columns';

/** A visible correction of an issued notice. */
@Entity('noticeCorrection')
export class NoticeCorrection {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  noticeId: number;

  @IntegerColumn()
  itemId: number;

  @TextColumn()
  note: string;

  @TextColumn()
  before: string;

  @TextColumn()
  after: string;

  @IntegerColumn({ nullable: true })
  byAccountId: number | null;

  @MomentColumn()
  at: string;
}
