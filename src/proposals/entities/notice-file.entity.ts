import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn } from '../../platform/database/columns';

/** A released file as part of an item of a notice. */
@Entity('noticeFile')
export class NoticeFile {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  noticeId: number;

  @IntegerColumn()
  noticeItemId: number;

  @IntegerColumn()
  releaseId: number;

  @IntegerColumn()
  place: number;
}
