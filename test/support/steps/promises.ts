import type { Person } from '../people';
import { type Answer, type App, type Done, must, send } from '../requests';
import type { World } from '../world';
import { type Begun, onAssignment, peopleOf } from './assignment';
import { aConcludedProposal } from './feedback';
import { aRepliedProposal, PLANNED_REPLY } from './handling';

export interface Promised {
  id: number;
  lead: Begun;
  promises: { id: number; text: string; dueOn: string }[];
}

export const EVIDENCE = '已建成并投入使用。';

/** A case replied to with promises, one until the end of the year unless said otherwise. */
export async function aPromisedCase(
  app: App,
  world: World,
  promises: object[] = PLANNED_REPLY.promises,
  more: object = {},
): Promise<Promised> {
  const parts = { ...PLANNED_REPLY, promises, ...more };
  const { id, assignments, replies } = await aRepliedProposal(app, world, undefined, { parts });
  return { id, lead: assignments[0], promises: replies[0].promises };
}

/** The same, rated and concluded. */
export async function aConcludedPromise(app: App, world: World): Promise<number> {
  return (await aConcludedProposal(app, world, undefined, { parts: PLANNED_REPLY })).id;
}

/** An action on the assignment that has to succeed. */
export const onPromise = <T = Done>(
  app: App,
  by: Person,
  lead: Begun,
  verb: string,
  payload: object,
): Promise<T> => onAssignment(app, by, lead.id, verb, payload) as Promise<T>;

/** The same where it may be refused: its status and the codes of its reasons or faults. */
export async function tryOnPromise(
  app: App,
  by: Person,
  lead: Pick<Begun, 'id'>,
  verb: string,
  payload: object,
): Promise<[number, ...string[]]> {
  const { status, body } = await send(app, by, 'POST', `/api/assignments/${lead.id}/${verb}`, payload);
  const codes = [...(body.reasons ?? []), ...(body.errors ?? [])].map(({ code }: { code: string }) => code);
  return [status, ...codes];
}

export const keep = (app: App, world: World, lead: Begun, promiseId: number, keptOn = '2026-03-02') =>
  onPromise(app, peopleOf(world, lead).handler, lead, 'keep-promise', {
    promiseId,
    evidence: EVIDENCE,
    keptOn,
  });

export const register = (app: App, by: Person, query = '') => must(app, by, 'GET', `/api/promises${query}`);

export const startFollowUp = (
  app: App,
  by: Person,
  given: object,
): Promise<Answer<{ id: number; asked: number }>> =>
  send(app, by, 'POST', '/api/follow-ups', { title: '2026年度回头看', dueOn: '2026-11-30', ...given });
