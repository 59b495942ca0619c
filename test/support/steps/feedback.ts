import { PDF, upload } from '../files';
import type { Person } from '../people';
import { type App, type Done, must, perform } from '../requests';
import type { World } from '../world';
import { acknowledge, assign, type Chosen, handOver, SOLE } from './assignment';
import { aRepliedProposal, giveOpinion, reply } from './handling';

export const SATISFIED = {
  attitude: 'satisfied',
  result: 'satisfied',
  met: true,
  metHow: 'visit',
  answersPoints: true,
};
/** Kindly treated, and nothing done. */
export const DISSATISFIED = { ...SATISFIED, result: 'dissatisfied', text: '车位问题没有解决。' };

export interface Answered {
  sponsorId: number;
  name: string;
  mine: boolean;
  answer: 'noAnswer' | 'open' | (typeof SATISFIED & { onBehalf: boolean; scanId: number | null });
}

export interface Sheet {
  round: number;
  raters: Answered[];
  earlier: { round: number; raters: Answered[] }[];
}

export function rate(app: App, by: Person, id: number, form: object = SATISFIED): Promise<Done> {
  return perform(app, by, id, 'rate', form);
}

/** The paper form of a sponsor, scanned by staff; gives its number. */
export async function scanForm(app: App, world: World, id: number, sponsorId: number): Promise<number> {
  const file = { name: '征询意见表.pdf', content: PDF };
  const url = `/api/proposals/${id}/feedback-scans`;
  const { status, body } = await upload(app, world.by.clerk, url, file, { sponsorId: String(sponsorId) });
  if (status >= 300) throw new Error(`${url}: ${status} ${JSON.stringify(body)}`);
  return body.scanId;
}

export async function rateOnPaper(
  app: App,
  world: World,
  id: number,
  sponsorId: number,
  form: object = SATISFIED,
): Promise<Done> {
  const scanId = await scanForm(app, world, id, sponsorId);
  return rate(app, world.by.clerk, id, { ...form, sponsorId, scanId });
}

export const feedback = (app: App, by: Person, id: number): Promise<Sheet> =>
  must<Sheet>(app, by, 'GET', `/api/proposals/${id}/feedback`);

export function rehandle(app: App, world: World, id: number): Promise<Done & { round: number }> {
  return perform(app, world.by.director, id, 'rehandle', { reason: '提案者意见属实。' });
}

export function declineRehandling(app: App, world: World, id: number): Promise<Done> {
  return perform(app, world.by.director, id, 'decline-rehandling', {
    reason: '已穷尽办法，已向提案者说明。',
  });
}

export function conclude(app: App, world: World, id: number): Promise<Done> {
  return perform(app, world.by.clerk, id, 'conclude');
}

export function archive(app: App, world: World, id: number): Promise<Done> {
  return perform(app, world.by.clerk, id, 'archive');
}

/** From filed, or from handed over in a later round, to every lead's reply. */
export async function handleAndReply(
  app: App,
  world: World,
  id: number,
  { chosen = SOLE as Chosen, handedOver = false } = {},
): Promise<void> {
  if (!handedOver) await handOver(app, world, id);
  const { assignments } = await assign(app, world, id, chosen);
  for (const begun of assignments) await acknowledge(app, world, begun);
  const coHandlers = assignments.filter(({ role }) => role === 'coHandler');
  for (const begun of coHandlers) await giveOpinion(app, world, begun);
  for (const lead of assignments.filter(({ role }) => role === 'lead'))
    await reply(app, world, lead, { coHandlers });
}

/** A proposal whose only sponsor was satisfied. */
export async function aConcludedProposal(
  app: App,
  world: World,
  chosen: Chosen = SOLE,
  how: Parameters<typeof aRepliedProposal>[3] = {},
): Promise<Done> {
  const { id } = await aRepliedProposal(app, world, chosen, how);
  await rate(app, world.by.first, id);
  return conclude(app, world, id);
}
