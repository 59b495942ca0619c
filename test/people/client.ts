import type { RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';

// Answers are only compared with what was expected.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Json = Record<string, any>;

export interface Answer {
  status: number;
  body: Json;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One person's requests to the API. */
export class Client {
  constructor(
    private readonly app: RunningApp,
    readonly person: Person,
  ) {}

  static async as(app: RunningApp, ...hats: (string | { hat: string; scopeId: number })[]): Promise<Client> {
    return new Client(app, await signInAs(app, { hats }));
  }

  get = (url: string) => this.send('GET', url);
  post = (url: string, payload: object = {}) => this.send('POST', url, payload);
  put = (url: string, payload: object) => this.send('PUT', url, payload);
  delete = (url: string) => this.send('DELETE', url);

  /** Uploads a file as a form of a browser would. */
  upload(url: string, file: Buffer, name = 'roster.xlsx'): Promise<Answer> {
    const head = `--edge\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--edge--\r\n')]);
    return this.send('POST', url, payload, 'multipart/form-data; boundary=edge');
  }

  async send(
    method: Method,
    url: string,
    payload?: object | Buffer | string,
    type?: string,
  ): Promise<Answer> {
    const headers = { ...this.person.headers, ...(type && { 'content-type': type }) };
    const answer = await this.app.inject({ method, url, headers, payload });
    return { status: answer.statusCode, body: answer.body ? answer.json() : {} };
  }
}

export const codesOf = (answer: Answer): [string, string][] =>
  answer.body.errors.map(({ field, code }: Json) => [field, code]);

/** What the history tells of one sort of rows, in its order. */
export async function historyOf(app: RunningApp, kind: string): Promise<Json[]> {
  const rows = await app.database.rows<Json>(
    'SELECT "subjectId", "action", "actorName", "change" FROM "history" WHERE "kind" = ? ORDER BY "id"',
    [kind],
  );
  return rows.map((row) => ({ ...row, change: JSON.parse(row.change) }));
}
