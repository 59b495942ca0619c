import type { Calendar } from '../lifecycle/working-days';
import type { Assigned, CaseWork } from './case-work';
import { modeOf, type RestingCase } from './material';
import { type Schedule, workday } from './schedule';

const SESSION = 2;

/** One of the twelve on its way to the stage it rests in, counted in working days before today. */
class Story {
  private ids: number[] = [];
  private assignment?: Assigned;

  constructor(
    private readonly schedule: Schedule,
    readonly work: CaseWork,
    readonly material: RestingCase,
    private readonly today: string,
    private readonly calendar: Calendar,
    private readonly minute: string,
  ) {}

  get id(): number {
    return this.ids[0];
  }

  get assigned(): Assigned {
    return this.assignment as Assigned;
  }

  dayOf = (daysAgo: number): string => workday(this.today, -daysAgo, '', this.calendar).trim();

  on(daysAgo: number, hour: string, deed: () => Promise<unknown>): void {
    this.schedule.on(workday(this.today, -daysAgo, `${hour}:${this.minute}`, this.calendar), deed);
  }

  draft(daysAgo: number): void {
    const { material, work } = this;
    this.on(daysAgo, '09', async () => {
      this.ids.push(await work.draft(material, material.category, SESSION, material.suggestedUnits));
    });
  }

  submit(daysAgo: number): void {
    this.draft(daysAgo + 1);
    this.on(daysAgo, '09', () => this.work.submit(this.id, this.material.sponsor));
  }

  file(daysAgo: number): void {
    this.submit(daysAgo + 6);
    this.on(daysAgo + 2, '10', () =>
      this.work.recommendFiling(this.id, '主题明确，建议具体，属于本级职权范围，拟予立案。'),
    );
    this.on(daysAgo, '11', () => this.work.hands.examination.file(this.work.director(), this.id));
  }

  assign(daysAgo: number): void {
    const { office, mode, leadUnit, coHandlers } = this.material.assignment;
    this.file(daysAgo + 5);
    this.on(daysAgo + 2, '13', () => this.work.handOver(this.id, office));
    this.on(daysAgo, '14', async () => {
      this.assignment = await this.work.assign(this.id, office, mode, leadUnit, coHandlers);
    });
  }

  /** Up to the work on it: acknowledged, opinions given, met, first progress. */
  handle(daysAgo: number): void {
    const { work, material } = this;
    this.assign(daysAgo);
    this.on(daysAgo - 1, '15', () => work.acknowledge(this.assigned));
    const [met, reported] = [daysAgo - 12, daysAgo - 25];
    this.on(met, '15', () => work.consult(this.assigned, material, this.dayOf(met)));
    this.on(daysAgo - 15, '15', () => work.giveOpinions(this.assigned, material, `〔提〕${this.minute}号`));
    for (const report of material.progress ?? []) {
      this.on(reported, '16', () => work.report(this.assigned, report, this.dayOf(reported)));
    }
  }

  reply(daysAgo: number): void {
    const { work, material } = this;
    const { coHandlers, office } = material.assignment;
    this.handle(daysAgo + 40);
    this.on(daysAgo + 8, '09', () => work.draftReply(this.assigned, material));
    if (coHandlers.length > 0) {
      this.on(daysAgo + 7, '10', () => work.askCountersign(this.assigned));
      this.on(daysAgo + 5, '10', () => work.countersign(this.assigned.co));
    }
    this.on(daysAgo + 4, '11', () => work.sendToAudit(this.assigned));
    this.on(daysAgo + 2, '11', () => work.passAudit(this.assigned, office));
    this.on(daysAgo, '11', () => work.issue(this.assigned, `〔提〕${this.minute}号`));
  }
}

type Ending = (story: Story) => void;

/** How each of the twelve gets to where it rests; the name is that of the state. */
const ENDINGS: Record<string, Ending> = {
  draft: (story) => story.draft(3),
  waitingForCosigners: (story) => {
    story.draft(1);
    const { work, material } = story;
    const sponsorIds = material.cosigning.map(({ sponsor }) => work.cast.sponsorId(sponsor));
    const writer = work.cast.sponsor(material.sponsor);
    story.on(0, '00', () => work.hands.cosigners.invite(writer, story.id, { sponsorIds }));
    for (const { sponsor, answer, opinion } of material.cosigning) {
      if (answer === 'invited') continue;
      const verb = answer === 'agreed' ? 'agree' : 'decline';
      story.on(0, '00', () => work.hands.cosigners[verb](work.cast.sponsor(sponsor), story.id, { opinion }));
    }
  },
  returnedForRevision: (story) => {
    const { work, material } = story;
    story.submit(10);
    const outcome = { outcome: 'return' as const, reason: material.returnReason };
    story.on(6, '10', () => work.hands.examination.recommend(work.clerk(), story.id, outcome));
    story.on(4, '10', () => work.hands.examination.returnForRevision(work.director(), story.id, {}));
  },
  filed: (story) => story.file(2),
  pendingAcknowledgement: (story) => story.assign(1),
  returnAsked: (story) => {
    const { work, material } = story;
    const { unit, reason, suggestedUnit } = material.returnRequest;
    const asked = { reason, suggestedUnitId: work.cast.unitId(suggestedUnit) };
    story.assign(6);
    story.on(5, '15', () => work.acknowledge(story.assigned));
    story.on(2, '10', () => work.hands.returns.request(work.cast.handler(unit), story.assigned.lead, asked));
  },
  overdue: (story) => {
    story.handle(85);
    story.on(3, '16', () =>
      story.work.hands.urging.urge(story.work.clerk(), story.id, { body: story.material.urging }),
    );
  },
  countersigning: (story) => {
    const { work, material } = story;
    story.handle(40);
    story.on(5, '09', () => work.draftReply(story.assigned, material));
    story.on(3, '10', () => work.askCountersign(story.assigned));
    const signed = (unit: string) =>
      material.coOpinions?.some((each) => each.unit === unit && each.countersigned);
    story.on(1, '10', () => work.countersign(story.assigned.co.filter(({ unit }) => signed(unit))));
  },
  awaitingFeedback: (story) => story.reply(4),
  round2: (story) => {
    const { work, material } = story;
    const { office, mode, leadUnit, coHandlers } = material.assignment;
    const { metHow, ...form } = material.feedback;
    const rated = { ...form, metHow: modeOf(metHow), sponsorId: work.cast.sponsorId(material.sponsor) };
    story.reply(20);
    story.on(12, '10', () => work.hands.ratings.rate(work.cast.sponsor(material.sponsor), story.id, rated));
    const reason = { reason: material.rehandling.confirmation };
    story.on(9, '10', () => work.hands.rounds.rehandle(work.director(), story.id, reason));
    story.on(6, '10', async () => {
      const again = await work.assign(story.id, office, mode, leadUnit, coHandlers);
      await work.acknowledge(again);
    });
  },
  notFiled: (story) => {
    const { work, material } = story;
    const { reasonCode, disposition, explanation } = material.notFiled;
    const outcome = { outcome: 'notFile' as const, reasonCode, disposition, reason: explanation };
    story.submit(12);
    story.on(8, '10', () => work.hands.examination.recommend(work.clerk(), story.id, outcome));
    story.on(7, '10', () => work.hands.examination.notFile(work.director(), story.id, {}));
  },
  withdrawn: (story) => {
    const { work, material } = story;
    const writer = work.cast.sponsor(material.sponsor);
    story.submit(9);
    story.on(7, '10', () => work.hands.withdrawals.withdraw(writer, story.id, material.withdrawal));
  },
};

/** Puts the twelve into the days before today. */
export function scheduleTwelve(
  schedule: Schedule,
  work: CaseWork,
  materials: RestingCase[],
  today: string,
  calendar: Calendar,
): void {
  materials.forEach((material, at) => {
    const minute = String(10 + at * 3);
    ENDINGS[material.rests](new Story(schedule, work, material, today, calendar, minute));
  });
}
