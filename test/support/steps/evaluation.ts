import { SYSTEM } from '../../../src/lifecycle/people';
import { MembersService } from '../../../src/people/members/members.service';
import type { RunningApp } from '../harness';
import { type Person, signInAs } from '../people';
import { type Answer, type App, type Done, must, send } from '../requests';
import type { World } from '../world';
import { aFiledProposal, designateKey } from './examination';
import { conclude, handleAndReply, rate } from './feedback';

/** A seat on the Standing Committee and who sits on it. */
export interface Seat {
  memberId: number;
  by: Person;
}

export type Mark = 'satisfied' | 'basicallySatisfied' | 'dissatisfied' | 'abstained';

export interface Item {
  id: number;
  proposalId: number;
  place: number;
  subject: string;
  sponsors: string[];
  leadUnits: { unit: string; class: string }[];
  ratings: { forms: number; attitude: Record<string, number>; result: Record<string, number> };
  counts: Record<Mark, number> | null;
  collected: number | null;
  spoiled: number | null;
  grade: string | null;
  passed: boolean | null;
}

export interface MeetingSheet extends Done {
  title: string;
  heldOn: string;
  round: number;
  due: number;
  neededToOpen: number;
  present: number;
  issued: number;
  receipts: number;
  collected: number;
  items: Item[];
  voters: { memberId: number; name: string; present: boolean; mine: boolean; receipted?: boolean }[];
  locks: { accountId: number; name: string }[];
  actions: { action: string; reasons: { code: string }[] }[];
}

export const PHRASES = ['春风又绿江南岸', '明月何时照我还'].map((line) => `${line}！`);

/** So many seats on the Standing Committee, the world's own among them. */
export async function standingCommittee(
  app: Pick<RunningApp, 'get' | 'database'>,
  world: World,
  count: number,
): Promise<Seat[]> {
  const seats: Seat[] = [{ memberId: world.members.second, by: world.by.standing }];
  for (let number = 2; number <= count; number += 1) {
    const name = `常委${number}`;
    const seat = { name, termId: world.termId, standingCommittee: true, validFrom: '2022-01-01' };
    const { id: memberId } = await app.get(MembersService).create(SYSTEM, seat);
    const by = await signInAs(app, { hats: [{ hat: 'standingCommittee', scopeId: memberId }], name });
    seats.push({ memberId, by });
  }
  return seats;
}

/** A key proposal, handled and rated, that waits for the Standing Committee. */
export async function aKeyCase(app: App, world: World, overrides: object = {}): Promise<number> {
  const { id } = await aFiledProposal(app, world, overrides);
  await designateKey(app, world, id);
  await handleAndReply(app, world, id);
  await rate(app, world.by.first, id);
  await conclude(app, world, id);
  return id;
}

const about = (id: number, verb: string) => `/api/evaluations/${id}/${verb}`;

/** Performs an action of a meeting that has to succeed. */
export function onMeeting<T = Done>(
  app: App,
  by: Person,
  id: number,
  verb: string,
  payload: object = {},
): Promise<T> {
  return must<T>(app, by, 'POST', about(id, verb), payload);
}

export function plan(app: App, world: World, more: object = {}): Promise<Done> {
  const wanted = { sessionId: world.sessionId, title: '常委会会议民主评议', heldOn: '2026-03-20', ...more };
  return must<Done>(app, world.by.clerk, 'POST', '/api/evaluations', wanted);
}

export function changeAgenda(
  app: App,
  world: World,
  id: number,
  ids: number[],
  objects: 'proposalIds' | 'unitIds' = 'proposalIds',
): Promise<Done> {
  return must<Done>(app, world.by.clerk, 'PUT', about(id, 'agenda'), { [objects]: ids });
}

export function markPresent(app: App, world: World, id: number, seats: Seat[]): Promise<Done> {
  const present = seats.map(({ memberId }) => memberId);
  return onMeeting(app, world.by.clerk, id, 'mark-presence', { present });
}

export const tellersOf = ({ by }: World): Person[] => [by.teller, by.otherTeller];

/** Both tellers. */
export async function lockBox(app: App, world: World, id: number): Promise<void> {
  for (const [at, by] of tellersOf(world).entries())
    await onMeeting(app, by, id, 'lock-box', { phrase: PHRASES[at] });
}

export const openBox = (app: App, world: World, id: number): Promise<Done> =>
  onMeeting(app, world.by.clerk, id, 'open');

/** A ballot with these marks, in the order of the agenda. */
export async function vote(
  app: App,
  { by }: Seat,
  id: number,
  marks: Mark[],
): Promise<Answer<Done & { receipted: boolean; reasons?: { code: string }[] }>> {
  const { items } = await sheetOf(app, by, id);
  const choices = marks.map((choice, at) => ({ itemId: items[at].id, choice }));
  return send(app, by, 'POST', about(id, 'vote'), { choices });
}

/** What the tellers type when the box is opened. */
export const phrasesOf = (world: World, phrases = PHRASES) =>
  tellersOf(world).map(({ accountId }, at) => ({ accountId, phrase: phrases[at] }));

export function closeBox(app: App, world: World, id: number): Promise<Done> {
  return onMeeting(app, world.by.teller, id, 'close', { phrases: phrasesOf(world) });
}

export const announce = (app: App, world: World, id: number): Promise<Done> =>
  onMeeting(app, world.by.clerk, id, 'announce');

export const sheetOf = (app: App, by: Person, id: number): Promise<MeetingSheet> =>
  must<MeetingSheet>(app, by, 'GET', `/api/evaluations/${id}`);

/** A meeting whose box is open, with these cases on the agenda and these seats taken. */
export async function anOpenBox(
  app: App,
  world: World,
  { proposalIds, present }: { proposalIds: number[]; present: Seat[] },
): Promise<number> {
  const { id } = await plan(app, world);
  await changeAgenda(app, world, id, proposalIds);
  await markPresent(app, world, id, present);
  await lockBox(app, world, id);
  await openBox(app, world, id);
  return id;
}

/** The whole meeting: everybody present marks every item alike, and the result is announced. */
export async function evaluate(
  app: App,
  world: World,
  { proposalIds, present, mark = 'satisfied' }: { proposalIds: number[]; present: Seat[]; mark?: Mark },
): Promise<number> {
  const id = await anOpenBox(app, world, { proposalIds, present });
  for (const seat of present) {
    const { status, body } = await vote(
      app,
      seat,
      id,
      proposalIds.map(() => mark),
    );
    if (status >= 300) throw new Error(`vote: ${status} ${JSON.stringify(body)}`);
  }
  await closeBox(app, world, id);
  await announce(app, world, id);
  return id;
}
