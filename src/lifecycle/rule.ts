import type { ClockName } from './clocks';
import type { Actor, Audience, Side } from './people';

/** The moment of a decision: `at` in UTC as ISO text, `day` in the office's zone. */
export interface Moment {
  readonly at: string;
  readonly day: string;
}

/** What an actor wants beyond the bare action, as far as a need asks for it. */
export interface Intent {
  readonly mode?: string;
  readonly units?: readonly { readonly unitId: number; readonly role: string }[];
  /** The sponsor a question was put to: an invited co-signer, a partner of a merge. */
  readonly asked?: number;
  /** The sponsor a new proposal is to be of. */
  readonly sponsor?: number;
  readonly principalLeaderSigns?: boolean;
  readonly countersignMissing?: number;
  readonly rater?: number;
  /** Staff act for the sponsor they name. */
  readonly onBehalf?: boolean;
  readonly voter?: number;
  /** A teller's count of the papers of one item. */
  readonly count?: { readonly itemId: number; readonly teller: number | null };
  readonly until?: string;
  /** When a notice is to come out. */
  readonly moment?: string;
  /** A promise of the reply. */
  readonly promise?: number;
  /** What a follow-up asks of a unit. */
  readonly request?: number;
}

export interface Role<F> {
  readonly name: string;
  /** With an intent that names a person, true only when the actor is, or stands for, that very person. */
  readonly holds: (actor: Actor, facts: F, intent?: Intent) => boolean;
}

/** A condition with its code. One that looks at the intent is left out while there is none (buttons). */
export interface Need<F, Code extends string = string> {
  readonly code: Code;
  readonly holds: (facts: F, now: Moment, intent: Intent) => boolean;
  readonly ofIntent?: boolean;
}

export function role<F>(name: string, holds: Role<F>['holds']): Role<F> {
  return { name, holds };
}

export function need<F, Code extends string>(
  code: Code,
  holds: (facts: F, now: Moment) => boolean,
): Need<F, Code> {
  return { code, holds };
}

export function needOfIntent<F, Code extends string>(
  code: Code,
  holds: (facts: F, now: Moment, intent: Intent) => boolean,
): Need<F, Code> {
  return { code, holds, ofIntent: true };
}

/** One row of a table. It reads aloud: from where to where, by whom, needing what, with which consequences. */
export interface Rule<Stage extends string, F> {
  readonly from: readonly Stage[] | 'nothing';
  /** Absent: the stage stays as it is. */
  readonly to?: Stage;
  readonly by: readonly Role<F>[];
  readonly needs?: readonly Need<F>[];
  readonly starts?: readonly ClockName[];
  /** Clocks started only when the deed itself calls for them (a class-B reply, a 不满意). */
  readonly mayStart?: readonly ClockName[];
  /** At least one of these runs afterwards: started by the deed, or still running for somebody else. */
  readonly leavesOneOf?: readonly ClockName[];
  /** `all`: every clock that runs for the subject and what belongs to it. */
  readonly stops?: readonly ClockName[] | 'all';
  readonly pauses?: readonly ClockName[];
  readonly resumes?: readonly ClockName[];
  readonly tells?: readonly Audience[];
  /** Sides that may read the entry in the history; absent: whoever may see the case. */
  readonly seenBy?: readonly Side[];
  /**
   * What the system then does where the other table allows it: after an assignment's action to its proposal,
   * after a proposal's action to each of its assignments.
   */
  readonly then?: readonly string[];
  /** The history says that it was done, but neither by whom nor with which request. */
  readonly secret?: true;
}

export type Table<Stage extends string, F> = Readonly<Record<string, Rule<Stage, F>>>;

export interface Machine<Stage extends string = string, F extends { stage: string } = { stage: string }> {
  readonly name: MachineName;
  readonly stages: readonly Stage[];
  readonly finals: readonly Stage[];
  readonly actions: Table<Stage, F>;
}

export const MACHINES = ['proposal', 'assignment', 'evaluation', 'publication'] as const;
export type MachineName = (typeof MACHINES)[number];
