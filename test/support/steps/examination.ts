import type { Person } from '../people';
import { type App, type Done, perform } from '../requests';
import type { World } from '../world';
import { submitCollective, submitProposal } from './submission';

export type Filed = Done & { caseNo: number };

/** The preliminary examination; without an outcome, to file. */
export function recommend(
  app: App,
  world: World,
  id: number,
  outcome: object = { outcome: 'file' },
  by: Person = world.by.clerk,
): Promise<Done> {
  return perform(app, by, id, 'recommend', outcome);
}

/** Files what has been submitted: one recommends, the other decides. */
export async function fileProposal(app: App, world: World, id: number): Promise<Filed> {
  await recommend(app, world, id);
  return perform<Filed>(app, world.by.director, id, 'file');
}

/** A filed proposal of the first member. */
export async function aFiledProposal(app: App, world: World, overrides: object = {}): Promise<Filed> {
  const { id } = await submitProposal(app, world, overrides);
  return fileProposal(app, world, id);
}

export async function returnForRevision(app: App, world: World, id: number, reason: string): Promise<Done> {
  await recommend(app, world, id, { outcome: 'return', reason });
  return perform(app, world.by.director, id, 'return-for-revision');
}

export async function notFile(
  app: App,
  world: World,
  id: number,
  { reasonCode = 'beyondPowers', disposition = 'socialOpinion', reason = '属上级事权。' } = {},
): Promise<Done> {
  await recommend(app, world, id, { outcome: 'notFile', reasonCode, disposition, reason });
  return perform(app, world.by.director, id, 'not-file');
}

export function designateKey(app: App, world: World, id: number, leader = '分管副市长'): Promise<Done> {
  return perform(app, world.by.clerk, id, 'designate-key', { leader });
}

/** A filed proposal of the sector. */
export async function aFiledCollective(app: App, world: World, overrides: object = {}): Promise<Filed> {
  const { id } = await submitCollective(app, world, { subject: '关于增设停车位的建议', ...overrides });
  return fileProposal(app, world, id);
}
