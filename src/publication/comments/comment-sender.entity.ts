import { Entity, PrimaryColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../../platform/database/columns';

/** How many comments came from one network within a day; then the row goes. */
@Entity('commentSender')
export class CommentSender {
  /** Of the network, keyed with the secret of the installation: all addresses could be tried against a plain hash. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  key: string;

  @IntegerColumn()
  count: number;

  /** When the first of them came. */
  @MomentColumn()
  since: string;
}
