import type { Person } from '../people';
import { type App, type Done, must, perform } from '../requests';
import type { World } from '../world';

/** Everything that has to be there before a proposal can be submitted. */
export const WHOLE_TEXT = {
  subject: '关于整治老旧小区停车难的建议',
  situation: '老旧小区车位少，晚间消防通道常被占用。',
  analysis: '建成年代早，配建不足；周边公共车位夜间空置。',
  recommendations: ['开放机关单位车位错时停车。', '在小区周边增设限时停车位。'],
  category: '社会',
};

type Saved = Done & { textVersion: number; askedAgain: number };
type Submitted = Done & { receiptNo: number; origin: 'session' | 'between' };

/** A draft that could be submitted at once; by the sponsor, or by staff on the sponsor's behalf. */
export function draftProposal(
  app: App,
  by: Person,
  sponsorId: number,
  overrides: object = {},
): Promise<Done> {
  return must<Done>(app, by, 'POST', '/api/proposals', { sponsorId, ...WHOLE_TEXT, ...overrides });
}

export function saveText(
  app: App,
  by: Person,
  id: number,
  text: { version: number } & Record<string, unknown>,
): Promise<Saved> {
  return must<Saved>(app, by, 'PUT', `/api/proposals/${id}/text`, text);
}

export function inviteCosigners(app: App, by: Person, id: number, sponsorIds: number[]): Promise<Done> {
  return perform(app, by, id, 'invite-cosigners', { sponsorIds });
}

export function cosign(app: App, by: Person, id: number, answer: object = {}): Promise<Done> {
  return perform(app, by, id, 'cosign', answer);
}

export function signAsConvener(app: App, by: Person, id: number, name = '周召集'): Promise<Done> {
  return perform(app, by, id, 'sign-as-convener', { name });
}

export function submit(app: App, by: Person, id: number): Promise<Submitted> {
  return perform<Submitted>(app, by, id, 'submit');
}

/** A submitted proposal of the first member. */
export async function submitProposal(app: App, world: World, overrides: object = {}): Promise<Submitted> {
  const { id } = await draftProposal(app, world.by.first, world.sponsors.first, overrides);
  return submit(app, world.by.first, id);
}

/** The same of the sector, signed by its convener. */
export async function submitCollective(app: App, world: World, overrides: object = {}): Promise<Submitted> {
  const { id } = await draftProposal(app, world.by.sector, world.sponsors.sector, overrides);
  await signAsConvener(app, world.by.sector, id);
  return submit(app, world.by.sector, id);
}

/** The same of the first member, co-signed by the second. */
export async function submitJoint(app: App, world: World, overrides: object = {}): Promise<Submitted> {
  const { id } = await draftProposal(app, world.by.first, world.sponsors.first, overrides);
  await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
  await cosign(app, world.by.second, id);
  return submit(app, world.by.first, id);
}
