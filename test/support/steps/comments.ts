import type { LightMyRequestResponse } from 'fastify';
import { elementsOf } from '../markup';
import type { RunningApp } from '../harness';
import { type App, must } from '../requests';
import type { World } from '../world';

export const TEXT = '停车位多了不少，希望晚上也向周边居民开放。';

/** What a person needs to read and write; programs send at once. */
export const A_WHILE = 30_000;

export interface CommentView {
  id: number;
  state: string;
  stateWord: string;
  version: number;
  text: string;
  notice: { id: number; title: string };
  item: { id: number; subject: string } | null;
  findings: { kind: string; text: string }[];
  refusedReason: string | null;
  answer: string | null;
}

/** The token in the form of a page. */
export const tokenIn = (html: string): string =>
  elementsOf(html).find(({ attributes }) => attributes.name === 'token')?.attributes.value ?? '';

export const openForm = (app: App, noticeId: number, query = '') =>
  app.inject({ method: 'GET', url: `/notices/${noticeId}/comment${query}` });

export const fieldsOf = (fields: object): string => new URLSearchParams(fields as never).toString();

/** Sends a form as a browser does, from an address. */
export function sendForm(
  app: App,
  noticeId: number,
  fields: object | string,
  { from = '203.0.113.9', headers = {} }: { from?: string; headers?: Record<string, string> } = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url: `/notices/${noticeId}/comment`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: typeof fields === 'string' ? fields : fieldsOf(fields),
    remoteAddress: from,
  });
}

/** Opens the form, takes a while, and sends it. */
export async function write(
  app: RunningApp,
  noticeId: number,
  fields: object = {},
  from?: string,
): Promise<LightMyRequestResponse> {
  const token = tokenIn((await openForm(app, noticeId)).body);
  app.clock.advance(A_WHILE);
  return sendForm(app, noticeId, { text: TEXT, item: '', token, website: '', ...fields }, { from });
}

/** The same where it has to arrive; gives what the committee then has before it. */
export async function comment(
  app: RunningApp,
  world: World,
  noticeId: number,
  fields: object = {},
  from?: string,
): Promise<CommentView> {
  const { statusCode, body } = await write(app, noticeId, fields, from);
  if (statusCode !== 303) throw new Error(`${statusCode} ${body}`);
  const { items } = await commentsOf(app, world, `?notice=${noticeId}&size=1`);
  return items[0];
}

export const commentsOf = (
  app: App,
  world: World,
  query = '',
): Promise<{ items: CommentView[]; total: number }> =>
  must(app, world.by.clerk, 'GET', `/api/comments${query}`);

export function onComment(app: App, world: World, id: number, verb: string, payload: object = {}) {
  return must<{ id: number; state: string; version: number }>(
    app,
    world.by.clerk,
    'POST',
    `/api/comments/${id}/${verb}`,
    payload,
  );
}
