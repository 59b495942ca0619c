import type { ClockName } from '../lifecycle/clocks';
import { type Day, daysBetween } from '../lifecycle/days';
import { type Actor, type Hat, wears } from '../lifecycle/people';
import type { Rung } from '../lifecycle/reminders';
import type { MachineName } from '../lifecycle/rule';
import { levelWords, reminderWords } from '../lifecycle/words/reminders';
import { clockWords } from '../lifecycle/words/terms';
import { actionWord, stageWord } from '../lifecycle/words/words';
import { OTHER_SUBJECT } from './other-subjects';

interface Common {
  id: number;
  at: string;
  readAt: string | null;
  proposalId: number | null;
  /** Of the case, or the title of the meeting or notice. */
  subject: string | null;
}

/** Told of an entry of the history. */
interface Event extends Common {
  reminderId: null;
  kind: MachineName;
  subjectId: number;
  action: string;
  stageTo: string;
  actorName: string;
}

/** Reminded of a deadline. */
interface Reminded extends Common {
  reminderId: number;
  level: Rung['level'];
  clock: ClockName;
  deadlineId: number;
  dueOn: Day;
  nowDueOn: Day;
  state: string;
  owerHat: Hat;
  owerScope: number | null;
}

export type InboxRow = Event | Reminded;

/** Columns of both kinds; those of the other kind are null. */
export const INBOX_COLUMNS = `n."id", n."at", n."readAt", n."reminderId",
  COALESCE(h."proposalId", d."proposalId") AS "proposalId",
  COALESCE(p."jointSubject", p."subject", e."title", t."title", ${OTHER_SUBJECT}) AS "subject",
  h."kind", h."subjectId", h."action", h."stageTo", h."actorName",
  r."level", r."dueOn", d."id" AS "deadlineId", d."clock", d."dueOn" AS "nowDueOn", d."state", d."owerHat", d."owerScope"`;

/** An entry as its reader needs it on `today`. */
export function inWords(row: InboxRow, reader: Actor, today: Day) {
  return row.reminderId === null ? eventInWords(row) : reminderInWords(row, reader, today);
}

const commonOf = ({ id, at, readAt, proposalId, subject }: Common) => ({
  id,
  at,
  readAt,
  proposalId,
  subject,
});

function eventInWords(row: Event) {
  const { kind, action, stageTo, actorName, subjectId } = row;
  return {
    ...commonOf(row),
    ...{ kind, subjectId, action, stageTo },
    actor: actorName,
    actionWord: actionWord(kind, action),
    stageWord: stageWord(kind, stageTo),
  };
}

function reminderInWords(row: Reminded, reader: Actor, today: Day) {
  const { level, clock, deadlineId, dueOn, nowDueOn, state } = row;
  const settled = state !== 'running' && state !== 'paused';
  const mine = wears(reader, row.owerHat, row.owerScope);
  const message = reminderWords({ clock, dueOn, nowDueOn, settled, paused: state === 'paused', mine }, today);
  return {
    ...commonOf(row),
    ...{ kind: 'reminder' as const, deadlineId, level, clock, dueOn, settled, message },
    levelWord: levelWords[level],
    clockWord: clockWords[clock],
    /** Until the day it is due; negative when that is over. */
    daysLeft: daysBetween(today, nowDueOn),
  };
}
