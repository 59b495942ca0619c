import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Door, refusal } from '../proposals/door';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { Rules } from '../proposals/rules';
import { materialsOf } from './agenda-rows';
import { dimensionsOf } from './dimensions';
import { Meetings, runsMeetings } from './meetings';

export type Booklet = Awaited<ReturnType<Booklets['read']>>;
export type BallotPaper = Awaited<ReturnType<Booklets['ballotPaper']>>;

/** Of all papers together: a document of more keeps the server busy for too long. */
const MOST_ROWS = 2000;

/** What lies before the voters: the materials on each item (评议材料), and the paper to mark. */
@Injectable()
export class Booklets {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
    private readonly door: Door,
    private readonly rules: Rules,
  ) {}

  async read(actor: Actor, id: number) {
    const { meeting } = await this.meetings.read(actor, id);
    const { day } = this.door.now();
    const items = await materialsOf(this.database, this.database.reader, meeting);
    return {
      ...this.headOf(meeting),
      items: items.map(({ id: itemId, place, proposalId, unitId, subject, cases }) => {
        const withState = cases.map(({ promises, ...each }) => {
          return { ...each, promises: promises.map((one) => ({ ...one, state: stateOf(one, day) })) };
        });
        return { id: itemId, place, proposalId, unitId, subject, cases: withState };
      }),
    };
  }

  /** Throws Refused for whoever neither prepares nor counts, and where nothing is voted on paper. */
  async ballotPaper(actor: Actor, id: number, copies: number) {
    const { meeting } = await this.meetings.read(actor, id);
    if (!runsMeetings(actor)) throw refusal(['notYours']);
    if (meeting.ballots === 'electronic') throw refusal(['electronicOnly']);
    const items = await materialsOf(this.database, this.database.reader, meeting);
    const most = Math.floor(MOST_ROWS / Math.max(1, items.length * dimensionsOf(meeting).length));
    accept(copies <= most ? [] : [fault('copies', 'tooMany', `「份数」一次最多 ${most} 份，请分次打印。`)]);
    return {
      ...{ ...this.headOf(meeting), copies },
      items: items.map(({ place, subject }) => ({ place, subject })),
    };
  }

  private headOf(meeting: Evaluation) {
    const { id, title, heldOn, round, objects } = meeting;
    const { committee, classes } = this.rules.handling;
    const dimensions = dimensionsOf(meeting);
    return { id, title, heldOn, round, objects, dimensions, issuer: committee.issuer, classes };
  }
}

const stateOf = ({ keptOn, dueOn }: { keptOn: string | null; dueOn: string }, day: string) =>
  keptOn ? ('kept' as const) : dueOn < day ? ('overdue' as const) : ('open' as const);
