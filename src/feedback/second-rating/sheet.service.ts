import { Injectable } from '@nestjs/common';
import { type Actor, type Side, wears } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { Gate } from '../../proposals/gate';
import type { SecondRating } from '../../proposals/entities/second-rating.entity';

type Row = Omit<SecondRating, 'kept'> & { name: string; kept: unknown };

/** What one sponsor answered, or that they did not; `open` tells nothing, not even whether they have answered. */
interface SecondAnswer extends Partial<Pick<SecondRating, 'attitude' | 'result' | 'kept' | 'text'>> {
  round: number;
  sponsorId: number;
  name: string;
  mine: boolean;
  state: SecondRating['state'];
}

const ROWS = `SELECT x.*, s."name" FROM "secondRating" x JOIN "sponsor" s ON s."id" = x."sponsorId"
  WHERE x."proposalId" = ? ORDER BY x."round" DESC, x."id"`;

/** Second ratings of a case, as one reader may see them. */
@Injectable()
export class SecondRatingSheet {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
  ) {}

  /** The newest round first. Units and offices do not learn of one before it is closed. */
  async read(actor: Actor, id: number): Promise<{ ratings: SecondAnswer[] }> {
    await this.gate.pass(actor, { table: 'proposal', proposalId: id });
    const sides = await this.gate.sidesOn(actor, id);
    const rows = await this.database.rows<Row>(ROWS, [id]);
    const open = new Set(rows.filter(({ state }) => state === 'open').map(({ round }) => round));
    const known = rows.filter(({ round }) => !open.has(round) || knows(sides));
    return { ratings: known.map((row) => answerFor(row, actor, sides, open.has(row.round))) };
  }
}

const knows = (sides: readonly Side[] | 'all'): boolean =>
  sides === 'all' || sides.includes('committee') || sides.includes('sponsors');

function answerFor(row: Row, actor: Actor, sides: readonly Side[] | 'all', isOpen: boolean): SecondAnswer {
  const { round, sponsorId, name, state, attitude, result, text } = row;
  const mine = wears(actor, 'sponsor', sponsorId);
  const about = { round, sponsorId, name, mine };
  const inside = sides === 'all' || sides.includes('committee');
  if (isOpen && !inside && !mine) return { ...about, state: 'open' };
  if (state !== 'given') return { ...about, state };
  return { ...about, state, attitude, result, kept: Boolean(row.kept), text };
}
