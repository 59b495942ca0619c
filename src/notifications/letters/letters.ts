import { Injectable } from '@nestjs/common';
import { Actors } from '../../platform/accounts/actors.service';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Actor } from '../../lifecycle/people';
import type { Addressee } from '../channels/channel';
import type { Delivery } from '../delivery.entity';
import { Verification } from '../verification.service';
import { briefLetter } from './brief-letter';
import { eventLetter } from './event-letter';
import type { Letter } from './letter';
import { Links } from './links';
import { reminderLetter } from './reminder-letter';

export type Due = Pick<
  Delivery,
  'id' | 'accountId' | 'channel' | 'kind' | 'notificationId' | 'briefOn' | 'attempts'
>;

/** A letter with whom it goes to, or why none leaves. */
export type Composed = { letter: Letter; to: Addressee } | { withheld: string };

interface Recipient extends Addressee {
  readonly mail: string;
  readonly platform: unknown;
  readonly verifiedAt: string | null;
  readonly reminderId: number | null;
  readonly briefedAt: string | null;
}

/** Writes what leaves at the moment it leaves: for the hats its reader wears then, of what these may still see. */
@Injectable()
export class Letters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly actors: Actors,
    private readonly links: Links,
    private readonly verification: Verification,
  ) {}

  async compose(due: Due): Promise<Composed> {
    const actor = await this.actors.of(due.accountId);
    if (actor === null) return { withheld: 'accountClosed' };
    const to = await this.recipient(due);
    if (!to || !wishes(to, due)) return { withheld: 'notWished' };
    // A missed morning is not made up for: the brief of today says all of it.
    if (due.briefOn !== null && due.briefOn < dayOf(this.clock.now())) return { withheld: 'superseded' };
    const letter = await this.write(due, actor, to);
    if (letter === null) return { withheld: due.kind === 'brief' ? 'nothingToSay' : 'notVisible' };
    return { letter, to: { username: to.username, name: to.name, email: to.email } };
  }

  private async recipient({ accountId, notificationId }: Due): Promise<Recipient | undefined> {
    const [row] = await this.database.rows<Recipient>(
      `SELECT a."username", a."displayName" AS "name", f."email", f."mail", f."platform", f."verifiedAt",
        (SELECT n."reminderId" FROM "notification" n WHERE n."id" = ?) AS "reminderId",
        (SELECT MAX(b."sentAt") FROM "delivery" b WHERE b."accountId" = a."id" AND b."kind" = 'brief'
          AND b."state" = 'sent') AS "briefedAt"
        FROM "account" a JOIN "notificationPreference" f ON f."accountId" = a."id" WHERE a."id" = ?`,
      [notificationId, accountId],
    );
    return row;
  }

  private write(due: Due, actor: Actor, to: Recipient): Promise<Letter | null> {
    const context = { links: this.links, today: dayOf(this.clock.now()) };
    if (due.kind === 'code') return this.verification.letter(due.accountId, to.email!);
    if (due.kind === 'brief')
      return briefLetter(this.database, actor, to.briefedAt ?? to.verifiedAt!, context);
    const write = to.reminderId === null ? eventLetter : reminderLetter;
    return write(this.database, actor, due.notificationId!, context);
  }
}

/** What was wished when it was planned may no longer be; nothing but the code goes to an address nobody has proved. */
function wishes(to: Recipient, { channel, kind }: Due): boolean {
  if (channel === 'webhook') return Boolean(to.platform);
  if (to.email === null) return false;
  if (kind === 'code') return to.verifiedAt === null;
  return to.verifiedAt !== null && to.mail === (kind === 'brief' ? 'brief' : 'each');
}
