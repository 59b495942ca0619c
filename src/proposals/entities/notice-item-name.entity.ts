import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, WordColumn } from '../../platform/database/columns';

export type NameRole = 'sponsor' | 'unit';

/** A name as an old notice printed it, and whom it means where that is known. */
@Entity('noticeItemName')
export class NoticeItemName {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  noticeItemId: number;

  @IntegerColumn()
  place: number;

  @WordColumn(20)
  role: NameRole;

  @WordColumn(100)
  name: string;

  @IntegerColumn({ nullable: true })
  sponsorId: number | null;

  @IntegerColumn({ nullable: true })
  unitId: number | null;
}
