import type { RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must } from '../support/requests';
import * as assignment from '../support/steps/assignment';
import { designateKey } from '../support/steps/examination';
import { conclude, DISSATISFIED, rate } from '../support/steps/feedback';
import { PLANNED_REPLY, reply } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';
import { Cases } from '../proposals/cases';

export interface Row {
  key: string;
  group: string | null;
  label: string;
  count: number;
  of: number;
  cases: number;
  href: string | null;
}

export interface Figures {
  sessionId: number;
  sessions: { id: number; label: string }[];
  figures: { name: string; title: string; basis: string; rows: Row[] }[];
}

/** A committee in the midst of its work: cases in every stage, some late, rated in open and in closed rounds. */
export async function anOfficeAtWork(app: RunningApp) {
  const world = await aWorld(app);
  const cases = new Cases(app, world);
  await cases.written();
  await cases.examined();
  await cases.routed();
  await cases.merged();
  await cases.concluded();
  const open = await aRated(app, world, cases, '未结');
  const closed = await aRated(app, world, cases, '已结');
  await conclude(app, world, closed);
  await aLateReply(app, world, cases);
  return { world, open, closed, people: await peopleOf(app, world) };
}

/** Replied to as B, and its sponsor is not satisfied with the result. */
async function aRated(app: RunningApp, world: World, cases: Cases, name: string): Promise<number> {
  const { id, assignments } = await cases.assigned(name);
  const lead = { ...assignments[0], proposalId: id };
  await assignment.acknowledge(app, world, lead);
  await reply(app, world, lead, { reply: PLANNED_REPLY });
  await rate(app, world.by.first, id, name === '未结' ? DISSATISFIED : undefined);
  return id;
}

/** Of a key proposal; most other steps are late by then, too. */
async function aLateReply(app: RunningApp, world: World, cases: Cases): Promise<void> {
  const { id, assignments } = await cases.assigned('迟复');
  await designateKey(app, world, id);
  const lead = { ...assignments[0], proposalId: id };
  await assignment.acknowledge(app, world, lead);
  app.clock.advance(110 * 86_400_000);
  await reply(app, world, lead, { reply: { ...PLANNED_REPLY, class: 'C', promises: [] } });
}

async function peopleOf(app: RunningApp, { by }: World): Promise<Record<string, Person>> {
  const { first, second, sector, clerk, director, office, government, party, standing } = by;
  const { auditor, administrator, transport, housing, publicity } = by;
  return {
    ...{
      first,
      second,
      sector,
      clerk,
      director,
      office,
      government,
      party,
      standing,
      auditor,
      administrator,
    },
    ...{ transport: transport.handler, housing: housing.leader, publicity: publicity.handler },
    nobody: await signInAs(app),
  };
}

export const figuresOf = (app: RunningApp, by: Person, query = ''): Promise<Figures> =>
  must<Figures>(app, by, 'GET', `/api/statistics${query}`);

export const rowsOf = ({ figures }: Figures, name: string): Row[] =>
  figures.find((figure) => figure.name === name)?.rows ?? [];

/** A line as `12/30`, by its key. */
export const sharesOf = (figures: Figures, name: string): Record<string, string> =>
  Object.fromEntries(
    rowsOf(figures, name)
      .filter(({ count }) => count > 0)
      .map(({ key, count, of }) => [key, `${count}/${of}`]),
  );
