import type { Person } from '../people';
import { type Answer, type App, type Done, must, perform, send } from '../requests';
import type { World } from '../world';
import { type Assigned, type Begun, type Chosen, peopleOf, SOLE } from './assignment';
import { aRepliedProposal } from './handling';

export const SUMMARY = '全市新增停车位 1200 个，其中机关单位错时开放 300 个，完成全年目标的 80%。';

export const HEAD = {
  title: '2026年度重点提案办理情况公示',
  preface: '现将重点提案办理落实情况予以公示，欢迎监督。',
  issuer: '温岭市政协办公室',
  contactAddress: '温岭市人民东路258号',
  contactPhone: '0576-86110000',
  datedOn: '2026-10-20',
};

export interface Item {
  id: number;
  proposalId: number;
  subject: string;
  tag: string | null;
  sponsors: string[];
  leadUnits: string[];
  summary: string;
}

export interface NoticeView extends Done {
  items: Item[];
  unready: { place: number; lacks: string; word: string }[];
  outdated: number[];
  actions: { action: string; reasons: { code: string }[] }[];
  history: { action: string; actor: string; change: Record<string, unknown> }[];
}

export function summarise(app: App, world: World, id: number, more: object = {}): Promise<Done> {
  return perform(app, world.by.clerk, id, 'summarise', { summary: SUMMARY, extent: 'summary', ...more });
}

export function consentToPublication(app: App, by: Person, id: number, more: object = {}): Promise<Done> {
  return perform(app, by, id, 'consent-to-publication', { answer: 'agreed', ...more });
}

export function checkPersonalData(
  app: App,
  world: World,
  id: number,
  accepted: string[] = [],
): Promise<Done> {
  return perform(app, world.by.clerk, id, 'check-personal-data', { accepted });
}

export function reviewSecrecy(app: App, world: World, id: number, more: object = {}): Promise<Done> {
  const review = { result: 'open', reviewedOn: '2026-03-01', note: '不涉及国家秘密和工作秘密。' };
  return perform(app, world.by.clerk, id, 'review-secrecy', { ...review, ...more });
}

/** Both looks that a text needs before it may come out. */
export async function lookThrough(app: App, world: World, id: number): Promise<void> {
  await checkPersonalData(app, world, id);
  await reviewSecrecy(app, world, id);
}

/** Summary, everybody's consent, the look for personal data and the secrecy review. */
export async function makePublishable(
  app: App,
  world: World,
  lead: Pick<Begun, 'proposalId' | 'unitId'>,
  sponsor: Person = world.by.first,
): Promise<void> {
  const id = lead.proposalId;
  await summarise(app, world, id);
  for (const by of [sponsor, peopleOf(world, lead).leader, world.by.clerk])
    await consentToPublication(app, by, id);
  await lookThrough(app, world, id);
}

/** A case of the first member that has been replied to and lacks nothing for a notice. */
export async function aPublishableCase(
  app: App,
  world: World,
  overrides: object = {},
  chosen: Chosen = SOLE,
): Promise<Assigned> {
  const replied = await aRepliedProposal(app, world, chosen, { overrides });
  const [first, ...others] = replied.assignments.filter(({ role }) => role === 'lead');
  await makePublishable(app, world, first);
  for (const lead of others) await consentToPublication(app, peopleOf(world, lead).leader, replied.id);
  return replied;
}

export const compose = (app: App, world: World, head: object = {}): Promise<Done> =>
  must(app, world.by.clerk, 'POST', '/api/notices', { ...HEAD, ...head });

export function arrange(app: App, world: World, noticeId: number, items: object[], head: object = {}) {
  return must<Done>(app, world.by.clerk, 'PUT', `/api/notices/${noticeId}`, { ...HEAD, ...head, items });
}

/** Performs an action of a notice that has to succeed. */
export function onNotice(
  app: App,
  by: Person,
  id: number,
  verb: string,
  payload: object = {},
): Promise<Done> {
  return must<Done>(app, by, 'POST', `/api/notices/${id}/${verb}`, payload);
}

/** The same where it may be refused. */
export function tryOnNotice(
  app: App,
  by: Person,
  id: number,
  verb: string,
  payload: object = {},
): Promise<Answer<Done & { reasons?: { code: string }[] }>> {
  return send(app, by, 'POST', `/api/notices/${id}/${verb}`, payload);
}

export const readNotice = (app: App, by: Person, id: number): Promise<NoticeView> =>
  must(app, by, 'GET', `/api/notices/${id}`);

/** Composed of these items and not prepared yet. */
export async function anArrangedNotice(
  app: App,
  world: World,
  items: object[],
  head: object = {},
): Promise<number> {
  const { id } = await compose(app, world, head);
  await arrange(app, world, id, items, head);
  return id;
}

export async function aPreparedNotice(app: App, world: World, items: object[]): Promise<number> {
  const id = await anArrangedNotice(app, world, items);
  await onNotice(app, world.by.clerk, id, 'prepare');
  return id;
}

export async function anApprovedNotice(app: App, world: World, items: object[]): Promise<number> {
  const id = await aPreparedNotice(app, world, items);
  await onNotice(app, world.by.office, id, 'approve');
  return id;
}

/** A notice of these items, prepared by one, approved by another and issued by a third person. */
export async function aNotice(app: App, world: World, items: object[]): Promise<number> {
  const id = await anApprovedNotice(app, world, items);
  await onNotice(app, world.by.otherOffice, id, 'issue');
  return id;
}

/** What everybody gets, without a sign-in. */
export const visit = (app: App, path: string, headers: Record<string, string> = {}) =>
  app.inject({ method: 'GET', url: `/notices${path}`, headers });
