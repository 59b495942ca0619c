import type { HandlingRules } from '../../config/handling-rules';
import type { Actor, Hat } from '../lifecycle/people';
import type { Moment } from '../lifecycle/rule';
import type { Database } from '../platform/database/database';
import type { ProposalsQuery } from '../proposals/lists/list.dto';
import type { Condition } from '../proposals/visibility';

export const FIGURE_NAMES = [
  'stages',
  'filing',
  'overdue',
  'due',
  'classes',
  'punctuality',
  'meetings',
  'satisfaction',
  'categories',
  'keyCases',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What a list is narrowed to; the session is added to each. */
export type Narrowed = Omit<ProposalsQuery, 'page' | 'size' | 'sort' | 'sessionId'>;

/** Who asks, when, and for what: `cases` is the SQL over the proposal `p` of all that the reader may know of. */
export interface Reader {
  readonly actor: Actor;
  readonly now: Moment;
  readonly cases: Condition;
  readonly rules: HandlingRules;
}

interface Labelled {
  readonly key: string;
  readonly label: string;
  readonly group?: string;
  /** The list that shows these cases and no others; null where no list does. */
  readonly list: Narrowed | null;
}

/** A line that is counted by its list, over those of another. */
export interface Planned extends Labelled {
  readonly list: Narrowed;
  readonly of: Narrowed;
}

/** A line that a query of its own has counted; `cases` where it counts something else than cases. */
export interface Counted extends Labelled {
  readonly count: number;
  readonly of: number;
  readonly cases?: number;
}

/** What is reported, by whom it may be read, and how it is counted. */
export interface Figure {
  readonly title: string;
  /** What is counted over what, in a sentence. */
  readonly basis: string;
  readonly unit: '件' | '份';
  readonly readers: readonly Hat[];
  /** Lines that are counted together with those of other figures, in one query. */
  readonly plan?: (reader: Reader) => Planned[];
  /** Lines that need queries of their own. */
  readonly count?: (reader: Reader, database: Database) => Promise<Counted[]>;
}

export const STAFF: readonly Hat[] = ['committee', 'director', 'office', 'auditor'];
export const UNITS: readonly Hat[] = ['unitHandler', 'unitLeader'];
