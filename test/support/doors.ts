import { PDF, upload } from './files';
import { inboxOf } from './inbox';
import type { Person } from './people';
import { toDoOf } from './reading';
import { type App, must, send } from './requests';

/** What whoever sees a case may open of it, by its path. */
const DOORS = ['', '/history?size=100', '/feedback', '/family'];
/** For its sponsors and the committee alone. */
const INSIDE = '/versions';

/** Everything a person can get to read through lists: what they hold, and nothing of single cases. */
export async function listsOf(app: App, by: Person) {
  const list = await must(app, by, 'GET', '/api/proposals?size=100');
  return { list, toDo: await toDoOf(app, by), inbox: await inboxOf(app, by) };
}

/** The statuses of the case, its history, ratings and family. */
export async function doorsOf(app: App, by: Person, id: number): Promise<number[]> {
  const answers = await Promise.all(DOORS.map((end) => send(app, by, 'GET', `/api/proposals/${id}${end}`)));
  return answers.map(({ status }) => status);
}

/** Every word a person can read of these cases and in their lists, as one text. */
export async function wordsOf(app: App, by: Person, ids: readonly number[]): Promise<string> {
  const urls = ids.flatMap((id) => [
    ...[...DOORS, INSIDE].map((end) => `/api/proposals/${id}${end}`),
    `/api/assignment/refusals?proposalId=${id}`,
  ]);
  const answers = await Promise.all(urls.map((url) => send(app, by, 'GET', url)));
  const read = answers.filter(({ status }) => status === 200).map(({ body }) => body);
  return JSON.stringify([read, await listsOf(app, by)]);
}

/** Adds a file to a draft and gives its number. */
export async function enclose(app: App, by: Person, id: number, name = '附件.pdf'): Promise<number> {
  const { status, body } = await upload(app, by, `/api/proposals/${id}/attachments`, { name, content: PDF });
  if (status >= 300) throw new Error(`attachments of ${id}: ${status} ${JSON.stringify(body)}`);
  return body.attachmentId;
}

export async function statusOfFile(
  app: App,
  { headers }: Person,
  id: number,
  attachmentId: number,
): Promise<number> {
  return (await app.inject({ url: `/api/proposals/${id}/attachments/${attachmentId}`, headers })).statusCode;
}
