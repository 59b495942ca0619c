import type { EntityManager } from 'typeorm';
import { machineOf } from '../../lifecycle/rulebook';
import { MACHINES, type MachineName } from '../../lifecycle/rule';
import { actionWord, stageWord } from '../../lifecycle/words/words';
import type { Database } from '../../platform/database/database';
import { LARGEST_ID } from '../../platform/web/checks';
import { mayRead, type Sides } from './may-read';

/** One entry of the history of a case, as its reader may see it. */
export interface TimelineEntry {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly onBehalfOf: string | null;
  readonly subject: string;
  readonly subjectId: number;
  readonly action: string;
  readonly actionWord: string;
  readonly stage: string;
  readonly stageWord: string;
  /** What was said with it, for whoever may read of it: whoever is refused something learns why. */
  readonly words: string | null;
  /** Before and after of what changed; only for those who run or audit the work, and for one's own deeds. */
  readonly change?: unknown;
}

interface Row {
  id: number;
  at: string;
  accountId: number | null;
  actorName: string;
  onBehalfOf: string | null;
  kind: MachineName;
  subjectId: number;
  action: string;
  stageTo: string;
  change: string;
}

export interface Reader {
  readonly accountId: number | null;
  readonly sides: Sides;
}

/** Newest first, `size` entries before the id `before`. Entries of other sides are left out by the query itself. */
export async function timelineOf(
  db: Database,
  em: EntityManager,
  proposalId: number,
  reader: Reader,
  { size, before = null }: { size: number; before?: number | null },
): Promise<TimelineEntry[]> {
  const hidden = hiddenFrom(reader.sides);
  const marks = hidden.map(() => '?').join(', ');
  const hide =
    hidden.length > 0
      ? `AND NOT ("kind" || '.' || "action" IN (${marks}) AND COALESCE("accountId", 0) <> ?)`
      : '';
  const rows = await db.rows<Row>(
    `SELECT "id", "at", "accountId", "actorName", "onBehalfOf", "kind", "subjectId", "action", "stageTo", "change"
      FROM "history" WHERE "proposalId" = ? AND "id" < ? ${hide} ORDER BY "id" DESC LIMIT ?`,
    [proposalId, before ?? LARGEST_ID, ...(hide ? [...hidden, reader.accountId ?? 0] : []), size],
    em,
  );
  return rows.map((row) => entryOf(row, reader));
}

/** Actions that none of these sides may read of: a pure function of the tables. */
export function hiddenFrom(sides: Sides): string[] {
  return MACHINES.flatMap((machine) =>
    Object.entries(machineOf(machine).actions)
      .filter(([, rule]) => !mayRead(sides, rule))
      .map(([action]) => `${machine}.${action}`),
  );
}

function entryOf(row: Row, { accountId, sides }: Reader): TimelineEntry {
  const { id, at, onBehalfOf, subjectId, action } = row;
  const inside =
    sides === 'all' || sides.includes('committee') || (accountId !== null && row.accountId === accountId);
  const change = inside || SAYS_SOMETHING.test(row.change) ? changeOf(row) : {};
  const entry = {
    id,
    at,
    actor: row.actorName,
    onBehalfOf,
    subject: row.kind,
    subjectId,
    action,
    actionWord: actionWord(row.kind, action),
    stage: row.stageTo,
    stageWord: stageWord(row.kind, row.stageTo),
    words: textIn(change.reason) ?? textIn(change.note),
  };
  return inside ? { ...entry, change } : entry;
}

// Twenty entries to a page, of which few say something: the others need not be taken apart.
const SAYS_SOMETHING = /"(reason|note)":"/;

const changeOf = ({ change }: Row) => JSON.parse(change) as { reason?: unknown; note?: unknown };

const textIn = (said: unknown): string | null => (typeof said === 'string' ? said : null);
