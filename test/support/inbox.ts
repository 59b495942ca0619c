import { Relay } from '../../src/notifications/relay';
import type { RunningApp } from './harness';
import type { Person } from './people';
import { type App, must } from './requests';

export interface Told {
  id: number;
  at: string;
  readAt: string | null;
  proposalId: number | null;
  subject: string | null;
  kind: string;
  action: string;
  actor: string;
}

export interface Inbox {
  items: Told[];
  total: number;
  unread: number;
}

export const inboxOf = (app: App, by: Person): Promise<Inbox> => must(app, by, 'GET', '/api/inbox?size=100');

/** Carries what has happened into the inboxes, and gives who is then told of the newest entry of an action. */
export async function toldOf(app: RunningApp, action: string, subjectId?: number): Promise<string[]> {
  await app.get(Relay).drain();
  const rows = await app.database.rows<{ name: string }>(
    `SELECT c."displayName" AS "name" FROM "notification" n JOIN "account" c ON c."id" = n."accountId"
      WHERE n."historyId" = (SELECT MAX(h."id") FROM "history" h WHERE h."action" = ?
        ${subjectId === undefined ? '' : 'AND h."subjectId" = ?'})`,
    subjectId === undefined ? [action] : [action, subjectId],
  );
  return rows.map(({ name }) => name).sort();
}
