import { Deliveries } from '../../../src/notifications/deliveries';
import { Preferences } from '../../../src/notifications/preferences.service';
import { Relay } from '../../../src/notifications/relay';
import { Verification } from '../../../src/notifications/verification.service';
import type { RunningApp } from '../harness';
import type { Mail, MailServer } from '../mail-server';
import type { Person } from '../people';
import { must } from '../requests';
import type { World } from '../world';

type Wish = 'each' | 'brief' | 'none';

/** Carries what has happened into inboxes, plans what goes out, and sends what is due; gives how much was settled. */
export async function sendAll(app: RunningApp): Promise<number> {
  await app.get(Relay).drain();
  return app.get(Deliveries).send();
}

export const codeIn = ({ text }: Mail): string => /\d{6}/.exec(text)![0];

/** Gives an address, proves it with the code from the mail, and wishes to be told in this way. Gives the address. */
export async function wishes(
  app: RunningApp,
  server: MailServer,
  { accountId, username }: Person,
  mail: Wish,
): Promise<string> {
  const email = `${username}@example.cn`;
  await app.get(Preferences).change(accountId, { mail, email });
  await app.get(Deliveries).send();
  const sent = server.to(email).at(-1)!;
  await app.get(Verification).verify(accountId, codeIn(sent));
  server.mails.splice(server.mails.indexOf(sent), 1);
  return email;
}

export interface Row {
  id: number;
  accountId: number;
  account: string;
  channel: string;
  kind: string;
  state: string;
  attempts: number;
  lastError: string | null;
  nextAt: string;
  sentAt: string | null;
}

/** What the administrator sees, newest first, without the mails that proved addresses. */
export async function deliveriesSeen(app: RunningApp, world: World, query = ''): Promise<Row[]> {
  const url = `/api/deliveries?size=100${query}`;
  const { items } = await must<{ items: Row[] }>(app, world.by.administrator, 'GET', url);
  return items.filter(({ kind }) => kind !== 'code');
}
