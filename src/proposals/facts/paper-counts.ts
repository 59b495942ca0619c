import type { EntityManager } from 'typeorm';
import type { BallotKind } from '../../lifecycle/facts';
import type { PaperCountFact } from '../../lifecycle/paper-counts';
import type { Database } from '../../platform/database/database';
import type { DimensionCounts } from '../entities/evaluation-item.entity';

/** What a teller has counted, as far as two of them can agree on it or not. */
export interface Counted {
  readonly issued: number;
  readonly collected: number;
  readonly spoiled: number;
  readonly marks: readonly DimensionCounts[];
}

interface Entry extends Omit<Counted, 'marks'> {
  itemId: number;
  attempt: number;
  accountId: number;
  marks: string;
}

interface Meeting {
  readonly id: number;
  readonly round: number;
  readonly ballots: BallotKind;
}

/** How the count of every item stands in the round at hand; the counts themselves stay here. */
export interface PaperState extends PaperCountFact {
  /** What both have counted; null until then. */
  readonly counted: Counted | null;
}

export async function paperCountsOf(
  db: Database,
  em: EntityManager,
  meeting: Meeting,
): Promise<PaperState[]> {
  if (meeting.ballots === 'electronic') return [];
  const items = await db.rows<{ id: number }>(
    'SELECT "id" FROM "evaluationItem" WHERE "evaluationId" = ? ORDER BY "place"',
    [meeting.id],
    em,
  );
  const entries = await db.rows<Entry>(
    'SELECT * FROM "paperCount" WHERE "evaluationId" = ? AND "round" = ? ORDER BY "id"',
    [meeting.id, meeting.round],
    em,
  );
  const read = entries.map((entry) => ({ ...entry, marks: JSON.parse(entry.marks) as DimensionCounts[] }));
  return items.map(({ id }) =>
    stateOf(
      id,
      read.filter(({ itemId }) => itemId === id),
    ),
  );
}

type ReadEntry = Counted & { readonly attempt: number; readonly accountId: number };

const UNDECIDED = { agreed: false, exceeds: false, counted: null };

/** Two counts end an attempt: either they agree, or the next one begins. */
export function stateOf(itemId: number, entries: readonly ReadEntry[]): PaperState {
  const last = entries.at(-1);
  if (!last) return { itemId, attempt: 1, enteredBy: [], differing: [], ...UNDECIDED };
  const { attempt } = last;
  const ofAttempt = (number: number) => entries.filter((entry) => entry.attempt === number);
  const [one, other] = ofAttempt(attempt);
  if (!other) {
    const differing = differencesOf(ofAttempt(attempt - 1));
    return { itemId, attempt, enteredBy: [one.accountId], differing, ...UNDECIDED };
  }
  const differing = differences(one, other);
  if (differing.length > 0) return { itemId, attempt: attempt + 1, enteredBy: [], differing, ...UNDECIDED };
  const enteredBy = [one.accountId, other.accountId];
  const exceeds = last.collected > last.issued;
  return { itemId, attempt, enteredBy, agreed: true, differing, exceeds, counted: last };
}

const differencesOf = ([one, other]: ReadEntry[]): string[] => (one && other ? differences(one, other) : []);

/** Names of what differs, as `collected` or `marks.overall.satisfied`: where to look again, not what was counted. */
export function differences(one: Counted, other: Counted): string[] {
  const own = fieldsOf(one);
  const theirs = fieldsOf(other);
  const names = new Set([...own.keys(), ...theirs.keys()]);
  return [...names].filter((name) => own.get(name) !== theirs.get(name));
}

function fieldsOf({ issued, collected, spoiled, marks }: Counted): Map<string, number> {
  const ofMarks = marks.flatMap(({ code, ...counts }) =>
    Object.entries(counts).map(([choice, count]) => [`marks.${code}.${choice}`, count] as const),
  );
  return new Map([...Object.entries({ issued, collected, spoiled }), ...ofMarks]);
}
