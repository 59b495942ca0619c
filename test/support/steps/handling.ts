import type { ReplyClass } from '../../../src/lifecycle/facts';
import { type App, type Done, must } from '../requests';
import type { World } from '../world';
import {
  type Assigned,
  anAcknowledgedProposal,
  type Begun,
  type Chosen,
  onAssignment,
  peopleOf,
  SOLE,
} from './assignment';

export interface Issued extends Done {
  replyId: number;
  docNo: string;
  class: ReplyClass;
  citedOpinions: { unitName: string; docNo: string }[];
  promises: { id: number; text: string; dueOn: string }[];
}

/** Everything a reply needs before it may be audited. */
export const WHOLE_REPLY = {
  body: '您提出的建议收悉。现答复如下：已开放机关单位错时车位，周边限时停车位正在施划。',
  class: 'A',
  contactPerson: '陈经办',
  contactPhone: '0576-86110002',
  publicity: 'full',
};

export const PLANNED_REPLY = {
  ...WHOLE_REPLY,
  class: 'B',
  promises: [{ text: '年底前施划限时停车位三百个。', dueOn: '2026-12-31' }],
};

let lastNumber = 0;
/** A document number nobody has used. */
export const aDocNo = (): string => `温交提〔2026〕${++lastNumber}号`;

export function consult(app: App, world: World, begun: Begun, more: object = {}): Promise<Done> {
  const held = {
    heldOn: '2026-03-02',
    mode: 'visit',
    people: '王一文、陈经办',
    outcome: '当面沟通，提案者表示理解。',
  };
  const by = peopleOf(world, begun).handler;
  return onAssignment(app, by, begun.id, 'record-consultation', { ...held, ...more });
}

export function giveOpinion(app: App, world: World, begun: Begun, docNo = aDocNo()): Promise<Done> {
  const opinion = { docNo, body: '建议结合旧改一并实施。', signer: '林副局长' };
  return onAssignment(app, peopleOf(world, begun).leader, begun.id, 'give-opinion', opinion);
}

/** Writes the draft on its newest version. */
export async function draftReply(
  app: App,
  world: World,
  begun: Begun,
  parts: object = WHOLE_REPLY,
): Promise<Done> {
  const version = await versionOf(app, world, begun);
  return onAssignment(app, peopleOf(world, begun).handler, begun.id, 'draft-reply', { version, ...parts });
}

export async function versionOf(app: App, world: World, begun: Begun): Promise<number> {
  const { assignments } = await must(
    app,
    peopleOf(world, begun).handler,
    'GET',
    `/api/proposals/${begun.proposalId}`,
  );
  return assignments.find((it: Begun) => it.id === begun.id).version;
}

export function askCountersign(app: App, world: World, begun: Begun): Promise<Done> {
  return onAssignment(app, peopleOf(world, begun).handler, begun.id, 'ask-countersign');
}

export function countersign(app: App, world: World, begun: Begun): Promise<Done> {
  return onAssignment(app, peopleOf(world, begun).leader, begun.id, 'countersign');
}

export function submitForAudit(app: App, world: World, begun: Begun): Promise<Done> {
  return onAssignment(app, peopleOf(world, begun).handler, begun.id, 'submit-for-audit');
}

export function passAudit(app: App, world: World, { id }: Begun): Promise<Done> {
  return onAssignment(app, world.by.government, id, 'pass-audit');
}

export function issueReply(app: App, world: World, begun: Begun, more: object = {}): Promise<Issued> {
  const letter = { docNo: aDocNo(), signer: '陈局长', principalLeader: true, ...more };
  return onAssignment<Issued>(app, peopleOf(world, begun).leader, begun.id, 'issue-reply', letter);
}

/** Of a lead that has taken the case on: meeting, draft, countersignatures of these co-handlers. */
export async function prepareReply(
  app: App,
  world: World,
  lead: Begun,
  { coHandlers = [] as readonly Begun[], reply = WHOLE_REPLY as object } = {},
): Promise<Done> {
  await consult(app, world, lead);
  const drafted = await draftReply(app, world, lead, reply);
  if (coHandlers.length === 0) return drafted;
  const asked = await askCountersign(app, world, lead);
  for (const begun of coHandlers) await countersign(app, world, begun);
  return asked;
}

/** The whole way of a lead from its taking the case on to its reply. */
export async function reply(
  app: App,
  world: World,
  lead: Begun,
  how: Parameters<typeof prepareReply>[3] & { letter?: object } = {},
): Promise<Issued> {
  await prepareReply(app, world, lead, how);
  await submitForAudit(app, world, lead);
  await passAudit(app, world, lead);
  return issueReply(app, world, lead, how.letter);
}

/** A proposal that every lead has replied to; its co-handlers have given opinions and countersigned. */
export async function aRepliedProposal(
  app: App,
  world: World,
  chosen: Chosen = SOLE,
  { overrides = {} as object, parts = WHOLE_REPLY as object } = {},
): Promise<Assigned & { replies: Issued[] }> {
  const assigned = await anAcknowledgedProposal(app, world, chosen, overrides);
  const coHandlers = assigned.assignments.filter(({ role }) => role === 'coHandler');
  for (const begun of coHandlers) await giveOpinion(app, world, begun);
  const replies: Issued[] = [];
  for (const lead of assigned.assignments.filter(({ role }) => role === 'lead'))
    replies.push(await reply(app, world, lead, { coHandlers, reply: parts }));
  return { ...assigned, replies };
}
