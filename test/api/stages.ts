import { SYSTEM } from '../../src/lifecycle/people';
import { SponsorsService } from '../../src/people/sponsors/sponsors.service';
import { UnitsService } from '../../src/people/units/units.service';
import type { RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must } from '../support/requests';
import * as assigning from '../support/steps/assignment';
import * as evaluation from '../support/steps/evaluation';
import * as examination from '../support/steps/examination';
import * as feedback from '../support/steps/feedback';
import * as handling from '../support/steps/handling';
import * as merging from '../support/steps/merging';
import * as papers from '../support/steps/papers';
import * as promises from '../support/steps/promises';
import * as publication from '../support/steps/publication';
import * as writing from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

/** An office in the middle of its year: cases in every stage, and everybody who works on them. */
export interface BusyOffice {
  world: World;
  people: Person[];
  /** Keeps accounts and the directory. */
  keeper: Person;
  /** Numbers of what is there, by the name of the route that shows it. */
  ids: Record<string, number[]>;
  /** The same by the names of the fields that refer to it. */
  known: Record<string, number[]>;
}

export async function aBusyOffice(app: RunningApp): Promise<BusyOffice> {
  const world = await aWorld(app);
  await beforeHandling(app, world);
  await inHandling(app, world);
  await afterHandling(app, world);
  const spare = await spareRows(app, world);
  const tables = {
    proposals: 'proposal',
    assignments: 'assignment',
    evaluations: 'evaluation',
    notices: 'notice',
    'follow-ups': 'followUp',
  };
  const ids = { ...(await idsIn(app, { ...tables, inbox: 'notification' })), ...spare };
  const known = await idsIn(app, REFERENCES);
  return { world, people: everybody(world.by), keeper: world.by.administrator, ids, known };
}

/** Fields and the tables they refer to. */
const REFERENCES = {
  ...{ ids: 'proposal', proposalId: 'proposal', proposalIds: 'proposal', principalId: 'proposal' },
  ...{ sponsorId: 'sponsor', sponsorIds: 'sponsor', sponsorOrder: 'sponsor', sectorSponsorId: 'sponsor' },
  ...{ unitId: 'handlingUnit', suggestedUnitId: 'handlingUnit', suggestedUnits: 'handlingUnit' },
  ...{
    officeId: 'assigningOffice',
    sessionId: 'plenarySession',
    termId: 'term',
    coAssignmentId: 'assignment',
  },
  ...{
    present: 'member',
    absent: 'member',
    memberIds: 'member',
    unitIds: 'handlingUnit',
    accountId: 'account',
    itemId: 'evaluationItem',
    promiseId: 'promise',
    requestId: 'followUpRequest',
  },
  ...{ hats: 'wornHat', scopeId: 'handlingUnit', scanId: 'attachment', successorId: 'sponsor' },
};

async function idsIn(app: RunningApp, tables: Record<string, string>): Promise<Record<string, number[]>> {
  const found = Object.entries(tables).map(async ([name, table]) => {
    const rows = await app.database.rows<{ id: number }>(`SELECT "id" FROM "${table}" ORDER BY "id"`);
    return [name, rows.map(({ id }) => id)] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

async function beforeHandling(app: RunningApp, world: World): Promise<void> {
  const { first } = world.by;
  const draft = await writing.draftProposal(app, first, world.sponsors.first);
  await writing.inviteCosigners(app, first, draft.id, [world.sponsors.second]);
  await writing.draftProposal(app, world.by.clerk, world.sponsors.sector, { subject: '代录的草稿' });
  await writing.submitProposal(app, world);
  const examined = await writing.submitCollective(app, world);
  await examination.recommend(app, world, examined.id);
  const returned = await writing.submitProposal(app, world);
  await examination.returnForRevision(app, world, returned.id, '请补充数据。');
  const [one, other] = [
    await examination.aFiledProposal(app, world),
    await examination.aFiledCollective(app, world),
  ];
  await merging.proposeMerge(app, world, other.id, one.id);
  const corrected = await examination.aFiledProposal(app, world);
  await examination.designateKey(app, world, corrected.id);
}

async function inHandling(app: RunningApp, world: World): Promise<void> {
  await assigning.aHandedOverProposal(app, world);
  await assigning.anAssignedProposal(app, world, assigning.JOINT);
  const [asked] = (await assigning.anAssignedProposal(app, world)).assignments;
  await assigning.requestReturn(app, world, asked);
  const { assignments } = await assigning.anAcknowledgedProposal(app, world, assigning.JOINT);
  await handling.prepareReply(app, world, assignments[0], { coHandlers: [] });
  await handling.askCountersign(app, world, assignments[0]);
  const [audited] = (await assigning.anAcknowledgedProposal(app, world)).assignments;
  await handling.prepareReply(app, world, audited, { reply: handling.PLANNED_REPLY });
  await handling.submitForAudit(app, world, audited);
  await assigning.anAcknowledgedProposal(app, world, assigning.SEPARATE);
}

async function afterHandling(app: RunningApp, world: World): Promise<void> {
  await handling.aRepliedProposal(app, world, assigning.SOLE, { parts: handling.PLANNED_REPLY });
  const kept = await promises.aPromisedCase(app, world);
  await promises.keep(app, world, kept.lead, kept.promises[0].id);
  const asked = await promises.aPromisedCase(app, world);
  const wish = { promiseId: asked.promises[0].id, until: '2027-06-30', reason: '须跨年施工。' };
  await promises.onPromise(app, world.by.transport.handler, asked.lead, 'ask-carry-over', wish);
  await promises.startFollowUp(app, world.by.clerk, { sessionId: world.sessionId });
  const rated = await handling.aRepliedProposal(app, world);
  await feedback.rate(app, world.by.first, rated.id, feedback.DISSATISFIED);
  const concluded = await feedback.aConcludedProposal(app, world);
  await publication.summarise(app, world, concluded.id);
  const [planned, open] = [await evaluation.aKeyCase(app, world), await evaluation.aKeyCase(app, world)];
  const present = await evaluation.standingCommittee(app, world, 1);
  await evaluation.anOpenBox(app, world, { proposalIds: [open], present });
  const { id } = await evaluation.plan(app, world);
  await evaluation.changeAgenda(app, world, id, [planned]);
  const proposalIds = [await evaluation.aKeyCase(app, world)];
  await papers.anOpenMeeting(app, world, { ballots: 'both', proposalIds, present });
  await publication.compose(app, world);
}

/** Rows to be changed and closed by whoever likes: closing those the cases hang on would end the game. */
async function spareRows(app: RunningApp, world: World): Promise<BusyOffice['ids']> {
  const validFrom = '2022-01-01';
  const accounts = [(await signInAs(app, { name: '无关者' })).accountId, 999_999];
  const unit = { name: '市档案馆', kind: '部门', officeId: world.offices.party, validFrom };
  const sponsor = { kindCode: 'sector', name: '文艺界', validFrom };
  const units = [(await app.get(UnitsService).create(SYSTEM, unit)).id];
  const sponsors = [(await app.get(SponsorsService).create(SYSTEM, sponsor)).id];
  const { id } = await must(app, world.by.clerk, 'POST', '/api/offices', { name: '市人大办', kind: '其他' });
  return { accounts, units, sponsors, offices: [id] };
}

function everybody(by: World['by']): Person[] {
  return Object.values(by).flatMap((one) => ('headers' in one ? [one] : Object.values(one)));
}
