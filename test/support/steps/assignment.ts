import type { Mode, UnitRole } from '../../../src/lifecycle/facts';
import type { Person } from '../people';
import { type App, type Done, must, perform } from '../requests';
import type { World } from '../world';
import { aFiledProposal } from './examination';

export interface Begun {
  id: number;
  proposalId: number;
  unitId: number;
  role: UnitRole;
}

export type Assigned = Done & { assignments: Begun[] };
export type UnitName = keyof World['units'];
export type Chosen = readonly (readonly [UnitName, UnitRole])[];

export const SOLE: Chosen = [['transport', 'lead']];
export const JOINT: Chosen = [
  ['transport', 'lead'],
  ['housing', 'coHandler'],
];
export const SEPARATE: Chosen = [
  ['transport', 'lead'],
  ['housing', 'lead'],
];

/** Performs an action of an assignment that has to succeed. */
export function onAssignment<T = Done>(
  app: App,
  by: Person,
  id: number,
  verb: string,
  payload: object = {},
): Promise<T> {
  return must<T>(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);
}

/** The handler and the leader of an assignment's unit. */
export function peopleOf(
  world: World,
  { unitId }: Pick<Begun, 'unitId'>,
): { handler: Person; leader: Person } {
  const [name] = Object.entries(world.units).find(([, id]) => id === unitId) ?? [];
  return world.by[name as UnitName];
}

export const unitsFor = (world: World, chosen: Chosen) =>
  chosen.map(([name, role]) => ({ unitId: world.units[name], role }));

export function handOver(app: App, world: World, id: number): Promise<Done> {
  return perform(app, world.by.clerk, id, 'hand-over', { officeId: world.offices.government });
}

/** The government's office assigns; the mode follows from the units. */
export async function assign(
  app: App,
  world: World,
  id: number,
  chosen: Chosen = SOLE,
  verb: 'assign' | 'assign-more' = 'assign',
): Promise<Assigned> {
  const wanted = { mode: modeOf(chosen), units: unitsFor(world, chosen) };
  const done = await perform<Assigned>(app, world.by.government, id, verb, wanted);
  return { ...done, assignments: done.assignments.map((begun) => ({ ...begun, proposalId: id })) };
}

function modeOf(chosen: Chosen): Mode {
  if (chosen.length === 1) return 'sole';
  return chosen.filter(([, role]) => role === 'lead').length > 1 ? 'separate' : 'joint';
}

export function acknowledge(app: App, world: World, begun: Begun): Promise<Done> {
  return onAssignment(app, peopleOf(world, begun).handler, begun.id, 'acknowledge');
}

/** Asked by the unit; granted or refused by the office with the next step. */
export function requestReturn(app: App, world: World, begun: Begun, more: object = {}): Promise<Done> {
  const wanted = { reason: '不属于本单位职责。', ...more };
  return onAssignment(app, peopleOf(world, begun).handler, begun.id, 'request-return', wanted);
}

export function grantReturn(app: App, world: World, { id }: Begun): Promise<Done> {
  return onAssignment(app, world.by.government, id, 'grant-return', { note: '同意，改由其他单位办理。' });
}

export function refuseReturn(app: App, world: World, { id }: Begun): Promise<Done> {
  return onAssignment(app, world.by.government, id, 'refuse-return', { note: '属于贵单位职责，请办理。' });
}

/** A filed proposal at the government's office. */
export async function aHandedOverProposal(app: App, world: World, overrides: object = {}): Promise<Done> {
  const { id } = await aFiledProposal(app, world, overrides);
  return handOver(app, world, id);
}

/** A proposal whose units have not answered yet. */
export async function anAssignedProposal(
  app: App,
  world: World,
  chosen: Chosen = SOLE,
  overrides: object = {},
): Promise<Assigned> {
  const { id } = await aHandedOverProposal(app, world, overrides);
  return assign(app, world, id, chosen);
}

/** A proposal that its units have taken on. */
export async function anAcknowledgedProposal(
  app: App,
  world: World,
  chosen: Chosen = SOLE,
  overrides: object = {},
): Promise<Assigned> {
  const assigned = await anAssignedProposal(app, world, chosen, overrides);
  for (const begun of assigned.assignments) await acknowledge(app, world, begun);
  return assigned;
}
