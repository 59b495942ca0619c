import { addDays } from '../lifecycle/days';
import { type Assigned, CaseWork } from './case-work';
import type { KeyCase } from './material';
import { modeOf } from './material';
import type { Schedule } from './schedule';

/** One of the fourteen as it goes through the year. */
export interface Running {
  readonly material: KeyCase;
  readonly number: number;
  /** The case itself, then those that are merged into it. */
  readonly ids: number[];
  assigned?: Assigned;
}

const SESSION = 1;
const LEADER = '市政协分管副主席';

/** A time of day so many minutes after nine, so that no two cases are worked on in the same minute. */
const after9 = (minutes: number): string =>
  `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Puts the life of the fourteen key proposals into the calendar of 2022, up to the end of their handling. */
export function scheduleFourteen(schedule: Schedule, work: CaseWork, materials: KeyCase[]): Running[] {
  return materials.map((material, at) => {
    const running: Running = { material, number: at + 1, ids: [] };
    scheduleBeginning(schedule, work, running);
    scheduleMerging(schedule, work, running);
    scheduleHandling(schedule, work, running);
    scheduleReply(schedule, work, running);
    scheduleFeedback(schedule, work, running);
    return running;
  });
}

function scheduleBeginning(schedule: Schedule, work: CaseWork, { material, number, ids }: Running): void {
  const { versions, category, leadUnit, sponsors } = material;
  versions.forEach((writing, at) => {
    const minute = number * 3 + at;
    schedule.on(`2022-02-21 ${after9(minute)}`, async () => {
      ids[at] = await work.draft(writing, category, SESSION, [leadUnit]);
    });
    if (at === 0 && versions.length === 1) scheduleCosigning(schedule, work, ids, sponsors, minute);
    schedule.on(`2022-02-22 ${after9(minute)}`, () => work.submit(ids[at], writing.sponsor));
    schedule.on(`2022-03-01 ${after9(minute)}`, () =>
      work.recommendFiling(ids[at], '主题集中，建议具体，拟予立案。'),
    );
    schedule.on(`2022-03-03 ${after9(minute)}`, () => work.hands.examination.file(work.director(), ids[at]));
  });
}

/** An untagged item with two sponsors is one joint proposal: the second has co-signed. */
function scheduleCosigning(
  schedule: Schedule,
  work: CaseWork,
  ids: number[],
  sponsors: string[],
  minute: number,
): void {
  const [first, ...others] = sponsors;
  if (others.length === 0) return;
  const sponsorIds = others.map(work.cast.sponsorId);
  schedule.on(`2022-02-21 ${after9(minute + 60)}`, () =>
    work.hands.cosigners.invite(work.cast.sponsor(first), ids[0], { sponsorIds }),
  );
  for (const other of others) {
    const opinion = { opinion: '赞成所提建议，愿意联名。' };
    schedule.on(`2022-02-21 ${after9(minute + 90)}`, () =>
      work.hands.cosigners.agree(work.cast.sponsor(other), ids[0], opinion),
    );
  }
}

function scheduleMerging(schedule: Schedule, work: CaseWork, { material, number, ids }: Running): void {
  const { versions, sponsors, jointSubject } = material;
  const [principal, ...followers] = versions;
  followers.forEach(({ sponsor }, at) => {
    const follower = () => ids[at + 1];
    const joined = versions.slice(0, at + 2).map((version) => version.sponsor);
    const inOrder = sponsors.filter((each) => joined.includes(each));
    const sponsorOrder = [...new Set(inOrder.map(work.cast.sponsorId))];
    const reason = '反映的是同一件事，建议可以合并办理。';
    // Each merge is finished before the principal takes part in the next.
    const day = addDays('2022-03-07', at);
    schedule.on(`${day} ${after9(number)}`, async () => {
      const wanted = { principalId: ids[0], jointSubject, sponsorOrder, reason };
      await work.hands.consents.propose(work.clerk(), follower(), wanted);
    });
    for (const asked of new Set([principal.sponsor, sponsor])) {
      const answer = { sponsorId: work.cast.sponsorId(asked), answer: 'agreed' as const, note: '同意并案。' };
      schedule.on(`${day} ${after9(180 + number)}`, () =>
        work.hands.consents.answer(work.cast.sponsor(asked), follower(), answer),
      );
    }
    schedule.on(`${day} ${after9(300 + number)}`, () =>
      work.hands.merging.merge(work.clerk(), follower(), {}),
    );
  });
}

function scheduleHandling(schedule: Schedule, work: CaseWork, running: Running): void {
  const { material, number, ids } = running;
  const { leadUnit, coHandlers, mode, consultation, progress = [] } = material;
  const office = work.cast.officeOf(leadUnit);
  const assigned = () => running.assigned as Assigned;
  const on = (day: string, minutes: number, deed: () => Promise<unknown>) =>
    schedule.on(`${day} ${after9(minutes + number)}`, deed);
  on('2022-03-11', 0, () => work.hands.examination.designateKey(work.director(), ids[0], { leader: LEADER }));
  on('2022-03-18', 0, () => work.handOver(ids[0], office));
  on('2022-03-22', 0, async () => {
    running.assigned = await work.assign(ids[0], office, mode, leadUnit, coHandlers);
  });
  on('2022-03-23', 0, () => work.acknowledge(assigned()));
  on('2022-03-29', 0, () => work.telephone(assigned(), '2022-03-29'));
  on('2022-04-18', 0, () => work.giveOpinions(assigned(), material, `〔2022〕${number}号`));
  const met = consultation.on ?? '2022-05-16';
  on(met, 420, () => work.consult(assigned(), material, met));
  for (const report of progress) {
    const day = report.on ?? '2022-06-30';
    on(day, 450, () => work.report(assigned(), report, day));
  }
}

function scheduleReply(schedule: Schedule, work: CaseWork, running: Running): void {
  const { material, number } = running;
  const office = work.cast.officeOf(material.leadUnit);
  const assigned = () => running.assigned as Assigned;
  const on = (day: string, deed: () => Promise<unknown>) => schedule.on(`${day} ${after9(number)}`, deed);
  on('2022-07-18', () => work.draftReply(assigned(), material));
  if (material.coHandlers.length > 0) {
    on('2022-07-19', () => work.askCountersign(assigned()));
    on('2022-07-21', () => work.countersign(assigned().co));
  }
  on('2022-07-22', () => work.sendToAudit(assigned()));
  on('2022-07-26', () => work.passAudit(assigned(), office));
  on('2022-07-28', async () => {
    const { promises } = await work.issue(assigned(), `〔2022〕${number}号`);
    for (const promise of promises) scheduleKeeping(schedule, work, running, promise);
  });
}

/** What was promised was done when it was due. */
function scheduleKeeping(
  schedule: Schedule,
  work: CaseWork,
  running: Running,
  promise: { id: number; text: string; dueOn: string },
) {
  const { lead, leadUnit } = running.assigned as Assigned;
  const kept = {
    promiseId: promise.id,
    evidence: '已按答复完成，有关材料报提案委备查。',
    keptOn: promise.dueOn,
  };
  schedule.on(`${promise.dueOn} ${after9(360 + running.number)}`, () =>
    work.hands.promises.keep(work.cast.handler(leadUnit), lead, kept),
  );
}

function scheduleFeedback(schedule: Schedule, work: CaseWork, { material, number, ids }: Running): void {
  const { versions, feedback, consultation } = material;
  const metHow = modeOf(consultation.mode);
  for (const sponsor of new Set(versions.map((version) => version.sponsor))) {
    const form = {
      attitude: 'satisfied',
      result: 'satisfied',
      met: true,
      metHow,
      answersPoints: true,
    } as const;
    const rated = { ...form, sponsorId: work.cast.sponsorId(sponsor), text: feedback.text };
    schedule.on(`2022-08-08 ${after9(number * 2)}`, () =>
      work.hands.ratings.rate(work.cast.sponsor(sponsor), ids[0], rated),
    );
  }
  schedule.on(`2022-08-19 ${after9(number)}`, () => work.hands.rounds.conclude(work.clerk(), ids[0], {}));
}
