import { Injectable, Logger } from '@nestjs/common';
import { addDays, addMonths } from '../../lifecycle/days';
import type { ProposalFacts } from '../../lifecycle/facts';
import { SYSTEM } from '../../lifecycle/people';
import { startOfDay } from '../../platform/clock/calendar';
import { Database } from '../../platform/database/database';
import { Conflict, NotFound, Refused } from '../../platform/web/errors';
import { Door } from '../../proposals/door';
import { SecondRating } from '../../proposals/entities/second-rating.entity';
import { Rules } from '../../proposals/rules';

const BATCH = 500;
/** Months after which nobody is asked any more: or whoever turns this on would ask about the cases of ten years. */
const TOO_LATE = 12;

const DUE = `SELECT p."id" FROM "proposal" p
  WHERE p."stage" IN ('concluded', 'archived') AND p."repliedAt" < ? AND p."repliedAt" >= ?
    AND (EXISTS (SELECT 1 FROM "reply" y WHERE y."proposalId" = p."id" AND y."round" = p."round" AND y."firstClass" = 'B')
      OR EXISTS (SELECT 1 FROM "promise" r WHERE r."proposalId" = p."id" AND r."keptAt" IS NOT NULL))
    AND NOT EXISTS (SELECT 1 FROM "secondRating" x WHERE x."proposalId" = p."id" AND x."round" = p."round")
  ORDER BY p."id" LIMIT ${BATCH}`;

/** Asks the first sponsors once more when so many months have passed since the reply. */
@Injectable()
export class SecondRatingOpening {
  private readonly logger = new Logger(SecondRatingOpening.name);

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
  ) {}

  /** Opens what is due and gives how many; may run twice, and missed days heal. */
  async openDue(): Promise<number> {
    const { months } = this.rules.handling.secondRating;
    if (months === 0) return 0;
    const last = addMonths(this.door.now().day, -months);
    const span = [startOfDay(addDays(last, 1)), startOfDay(addMonths(last, -TOO_LATE))];
    let opened = 0;
    for (const { id } of await this.database.rows<{ id: number }>(DUE, span))
      if (await this.open(id)) opened += 1;
    return opened;
  }

  private async open(id: number): Promise<boolean> {
    const deed = { machine: 'proposal', action: 'openSecondRating', id, actor: SYSTEM } as const;
    try {
      await this.door.perform<ProposalFacts>(deed, async (act) => {
        const { raters, round } = act.facts;
        const asked = { proposalId: id, round, openedAt: act.now.at, ...UNSAID };
        const rows = raters.map((sponsorId) => ({ ...asked, sponsorId }));
        await this.database.insert(SecondRating, rows, act.em);
        for (const sponsorId of raters) act.start(clockOf(sponsorId));
        act.note({ round, sponsors: raters });
      });
      return true;
    } catch (error) {
      if (!(error instanceof Refused || error instanceof Conflict || error instanceof NotFound))
        this.logger.error(error);
      return false;
    }
  }
}

const clockOf = (sponsorId: number) =>
  ({ clock: 'secondFeedback', subjectKind: 'sponsor', subjectId: sponsorId, owerScope: sponsorId }) as const;

const UNSAID = {
  ...({ state: 'open', attitude: null, result: null } as const),
  ...{ kept: null, text: null, answeredBy: null, answeredAt: null },
};
