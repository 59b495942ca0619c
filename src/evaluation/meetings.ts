import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import { type Actor, wears } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { Door } from '../proposals/door';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import type { Subject } from '../proposals/facts/subject';
import { Subjects } from '../proposals/facts/subjects';
import { seesMeetings, sidesOf } from '../proposals/visibility';

/** A meeting as it is committed, with what the rules know of it. */
@Injectable()
export class Meetings {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly subjects: Subjects,
  ) {}

  /** Throws NotFound for whoever has nothing to do with meetings. */
  async read(actor: Actor, id: number): Promise<{ meeting: Evaluation; facts: EvaluationFacts }> {
    const em = this.database.reader;
    const meeting = seesMeetings(actor) ? await em.findOneBy(Evaluation, { id }) : null;
    if (!meeting) throw new NotFound();
    const subject = await this.subjects.load('evaluation', id, this.door.now(), em);
    return { meeting, facts: (subject as Subject<EvaluationFacts>).facts };
  }
}

/** Prepare the meeting, count, or audit it: those who may know who has voted and who took a paper, not how. */
export const runsMeetings = (actor: Actor): boolean =>
  sidesOf(actor) === 'all' || RUNNING.some((hat) => wears(actor, hat));

const RUNNING = ['committee', 'director', 'teller', 'office'] as const;
