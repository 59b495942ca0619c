import type { Person } from '../people';
import { type App, type Done, must, perform } from '../requests';
import type { World } from '../world';

export interface Consent {
  sponsorId: number;
  name: string;
  answer: 'agreed' | 'objected' | null;
  note: string | null;
  answeredAt: string | null;
}

export interface PastMerging {
  followerId: number;
  principalId: number;
  state: string;
  consents: Consent[];
}

export interface FamilyView {
  principal: { id: number; citation: string | null; jointSubject: string | null } | null;
  followers: { id: number; subject: string; stage: string; citation: string | null }[];
  sponsors: { sponsorId: number; name: string; first: boolean }[];
  mergings: PastMerging[];
}

export type Proposed = Done & { mergingId: number };

export const family = (app: App, by: Person, id: number): Promise<FamilyView> =>
  must<FamilyView>(app, by, 'GET', `/api/proposals/${id}/family`);

/** Asks both first sponsors whether the follower may be merged into the principal. */
export function proposeMerge(
  app: App,
  world: World,
  followerId: number,
  principalId: number,
  more: object = {},
): Promise<Proposed> {
  const wanted = { principalId, reason: '两案内容相同。', ...more };
  return perform<Proposed>(app, world.by.clerk, followerId, 'propose-merge', wanted);
}

export function answerMerge(
  app: App,
  by: Person,
  followerId: number,
  answer: 'agreed' | 'objected',
  more: object = {},
): Promise<Done> {
  return perform(app, by, followerId, 'answer-merge', { answer, ...more });
}

/** Everybody who was asked and has not answered agrees; staff enter it for them. */
export async function agreeAll(app: App, world: World, followerId: number): Promise<void> {
  const { mergings } = await family(app, world.by.clerk, followerId);
  const open = mergings.find((merging) => merging.followerId === followerId && merging.state === 'proposed');
  for (const { sponsorId, answer } of open?.consents ?? []) {
    if (answer === null) await answerMerge(app, world.by.clerk, followerId, 'agreed', { sponsorId });
  }
}

/** Merges with everybody's consent. */
export async function mergeInto(
  app: App,
  world: World,
  followerId: number,
  principalId: number,
  more: object = {},
): Promise<Done> {
  await proposeMerge(app, world, followerId, principalId, more);
  await agreeAll(app, world, followerId);
  return perform(app, world.by.clerk, followerId, 'merge');
}
