import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import { exceedsIssued } from '../lifecycle/paper-counts';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { refusal } from '../proposals/door';
import type { DimensionCounts } from '../proposals/entities/evaluation-item.entity';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { Meetings, runsMeetings } from './meetings';

interface Row {
  itemId: number;
  round: number;
  attempt: number;
  accountId: number;
  teller: string;
  at: string;
  issued: number;
  collected: number;
  spoiled: number;
  marks: string;
}

const LOG = `SELECT c."itemId", c."round", c."attempt", c."accountId", a."displayName" AS "teller", c."at",
    c."issued", c."collected", c."spoiled", c."marks"
  FROM "paperCount" c JOIN "account" a ON a."id" = c."accountId" WHERE c."evaluationId" = ? ORDER BY c."id"`;

/** Every count that a teller has entered, also those that were counted again (计票记录). */
@Injectable()
export class Recounts {
  constructor(
    private readonly database: Database,
    private readonly meetings: Meetings,
  ) {}

  /** Throws Refused for the voters: they see the result. */
  async read(actor: Actor, id: number) {
    const { meeting, facts } = await this.meetings.read(actor, id);
    if (!runsMeetings(actor)) throw refusal(['notYours']);
    const rows = await this.database.rows<Row>(LOG, [id]);
    const shown = showsFigures(meeting, facts);
    const items = rows.map(({ issued, collected, spoiled, marks, ...entry }) => {
      const figures = { issued, collected, spoiled, marks: JSON.parse(marks) as DimensionCounts[] };
      return { ...entry, figures: shown ? figures : null };
    });
    return { items };
  }
}

/**
 * No figure before the box is closed, nor where the round will be voted on again. Where people also voted
 * electronically never: the few who took a paper would be known by the papers, and the others by what is left.
 */
function showsFigures({ ballots, stage }: Evaluation, facts: EvaluationFacts): boolean {
  return ballots === 'paper' && ['closed', 'announced'].includes(stage) && !exceedsIssued(facts);
}
