import { Injectable, Logger } from '@nestjs/common';
import { CLOCK_NAMES, type ClockName, clockOf } from '../lifecycle/clocks';
import type { ProposalFacts } from '../lifecycle/facts';
import { SYSTEM } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { Conflict, NotFound, Refused } from '../platform/web/errors';
import type { Act } from './act';
import { Door } from './door';
import { nextDebts } from './next-debts';
import { SecondRating } from './entities/second-rating.entity';
import { Sponsorship } from './entities/sponsorship.entity';

interface Due {
  clock: ClockName;
  subjectId: number;
  proposalId: number;
}

const LAPSING = CLOCK_NAMES.filter((name) => clockOf(name).lapses);
const BATCH = 500;

/** What a lapse writes beside stage and clocks. */
const EFFECTS: Partial<
  Record<ClockName, (act: Act<ProposalFacts>, subjectId: number) => Promise<unknown> | void>
> = {
  cosign: (act, sponsorshipId) => {
    act.settle('cosign', sponsorshipId);
    return act.em.update(Sponsorship, sponsorshipId, { signature: 'lapsed' });
  },
  feedback: (act, sponsorId) => {
    act.settle('feedback', sponsorId);
    nextDebts(act, act.facts);
  },
  secondFeedback: (act, sponsorId) => {
    act.settle('secondFeedback', sponsorId);
    const asked = { proposalId: act.id, sponsorId, state: 'open' } as const;
    return act.em.update(SecondRating, asked, { state: 'noAnswer' });
  },
  acknowledge: (act) => act.set({ acknowledgedAt: act.now.at }),
};

/** Does what the rules say happens by itself when a time has run out: late is deemed accepted, invitations lapse. */
@Injectable()
export class Lapses {
  private readonly logger = new Logger(Lapses.name);

  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /** Works off what is over by now and gives how many; may run twice or beside a person, who then was faster. */
  async sweep(): Promise<number> {
    let done = 0;
    for (const due of await this.due()) {
      if (await this.lapse(due)) done += 1;
    }
    return done;
  }

  private async due(): Promise<Due[]> {
    const now = this.door.now();
    const marks = LAPSING.map(() => '?').join(', ');
    return this.database.rows<Due>(
      `SELECT "clock", "subjectId", "proposalId" FROM "deadline" WHERE "state" = 'running' AND "dueOn" <= ?
        AND ("dueOn" < ? OR "dueAt" < ?) AND "clock" IN (${marks}) ORDER BY "dueOn", "id" LIMIT ${BATCH}`,
      [now.day, now.day, now.at, ...LAPSING],
    );
  }

  private async lapse({ clock, subjectId, proposalId }: Due): Promise<boolean> {
    const { machine, action } = clockOf(clock).lapses!;
    const id = machine === 'proposal' ? proposalId : subjectId;
    try {
      await this.door.perform<ProposalFacts>({ machine, action, id, actor: SYSTEM }, (act) =>
        EFFECTS[clock]?.(act, subjectId),
      );
      return true;
    } catch (error) {
      if (error instanceof Refused || error instanceof Conflict || error instanceof NotFound) return false;
      this.logger.error(error);
      return false;
    }
  }
}
