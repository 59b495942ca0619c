import { Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, IntegerColumn, MomentColumn, WordColumn } from '../platform/database/columns';

/** `each`: a mail for each; `brief`: one each working day. */
export const MAIL_WISHES = ['each', 'brief', 'none'] as const;

/** How somebody wishes to be told beside the inbox. Nothing is mailed to an address before it is verified. */
@Entity('notificationPreference')
export class NotificationPreference {
  @PrimaryColumn({ type: 'integer' })
  accountId: number;

  @WordColumn(10)
  mail: (typeof MAIL_WISHES)[number];

  @WordColumn(254, { nullable: true })
  email: string | null;

  @MomentColumn({ nullable: true })
  verifiedAt: string | null;

  /** Of the code in the last mail that asked for proof, keyed: six digits alone are soon guessed. */
  @WordColumn(64, { nullable: true })
  codeHash: string | null;

  @MomentColumn({ nullable: true })
  codeExpiresAt: string | null;

  @IntegerColumn()
  codeTries: number;

  /** Whether the messaging platform is told. */
  @FlagColumn()
  platform: boolean;
}
