import type { RunningApp } from './harness';
import type { Person } from './people';

export type App = Pick<RunningApp, 'inject'>;
type Sender = Pick<Person, 'headers'>;
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Answer<T> {
  status: number;
  body: T;
}

/** Sends a request in a person's name and gives what came back, whatever it is. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function send<T = any>(
  app: App,
  by: Sender,
  method: Method,
  url: string,
  payload?: object,
): Promise<Answer<T>> {
  const answer = await app.inject({ method, url, headers: by.headers, payload });
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as T };
}

/** The same where it has to succeed; what refused it becomes the failure of the spec. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function must<T = any>(...request: Parameters<typeof send>): Promise<T> {
  const { status, body } = await send<T>(...request);
  if (status >= 300) throw new Error(`${request[2]} ${request[3]}: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** What an action answers. */
export interface Done {
  id: number;
  stage: string;
  version: number;
}

/** Performs an action of a proposal that has to succeed. */
export function perform<T = Done>(
  app: App,
  by: Sender,
  id: number,
  verb: string,
  payload: object = {},
): Promise<T> {
  return must<T>(app, by, 'POST', `/api/proposals/${id}/${verb}`, payload);
}
