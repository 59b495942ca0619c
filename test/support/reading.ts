import type { Person } from './people';
import { type App, must, send } from './requests';

/** One entry of a timeline, as far as specs look at it. */
export interface Entry {
  id: number;
  subject: string;
  subjectId: number;
  action: string;
  actor: string;
  onBehalfOf: string | null;
  stage: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  change?: any;
}

export interface Owed {
  clock: string;
  proposalId: number | null;
  subject: string | null;
  dueOn: string;
  overdue: boolean;
}

export const readCase = (app: App, by: Person, id: number) => must(app, by, 'GET', `/api/proposals/${id}`);

/** What a reader gets to hear of a case: 404 where it does not exist for them. */
export const statusOf = async (app: App, by: Person, id: number): Promise<number> =>
  (await send(app, by, 'GET', `/api/proposals/${id}`)).status;

/** The whole history of a case as one reader may see it, newest first, page by page. */
export async function timelineOf(app: App, by: Person, id: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (;;) {
    const before = entries.length > 0 ? `&before=${entries[entries.length - 1].id}` : '';
    const page = await must<Entry[]>(app, by, 'GET', `/api/proposals/${id}/history?size=100${before}`);
    entries.push(...page);
    if (page.length < 100) return entries;
  }
}

export const toDoOf = async (app: App, by: Person): Promise<Owed[]> =>
  (await must(app, by, 'GET', '/api/to-do?size=100')).items;

/** What a person owes on a case, by the names of the clocks. */
export async function owedBy(app: App, by: Person, id: number): Promise<string[]> {
  return (await toDoOf(app, by)).filter(({ proposalId }) => proposalId === id).map(({ clock }) => clock);
}

/** What anybody gets without a sign-in. */
export function publicly(app: App, url: string) {
  return app.inject({ method: 'GET', url });
}
