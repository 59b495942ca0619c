import { join } from 'node:path';
import { CLOCK_NAMES } from '../src/lifecycle/clocks';
import type { Length } from '../src/lifecycle/deadlines';
import { BALLOT_KINDS, CLASSES, EVALUATION_OBJECTS, RATINGS } from '../src/lifecycle/facts';
import { reminderLadder } from './reminder-ladder';
import {
  type Check,
  type Of,
  distinct,
  each,
  flag,
  listOf,
  oneOf,
  optional,
  record,
  text,
  timeOfDay,
  wholeNumber,
} from './shape';
import { SettingsFaults, readJson, settingsFolder } from './settings-file';

/** Per unit; a longer clock is a slip of the hand, and counting its days would hold up the boot. */
const LONGEST: Readonly<Record<string, number>> = { days: 3660, workingDays: 2500, months: 120, hours: 8760 };

const length: Check<Length> = (value, at, faults) => {
  const [[unit, amount] = ['', undefined], ...more] = Object.entries(value ?? {});
  if (more.length === 0 && Object.hasOwn(LONGEST, unit))
    wholeNumber(1, LONGEST[unit])(amount, `${at}.${unit}`, faults);
  else if (more.length > 0 || unit !== 'own' || amount !== true) {
    faults.push(`${at}：应为 days、workingDays、months、hours 之一加数量，或者 own: true`);
  }
  return value as Length;
};

const clock = record({
  length,
  /** For proposals of a session: while it sits (co-signing), or from its close (handing over). */
  inSession: optional(length),
  basis: text,
});

const coded = distinct('code', listOf(record({ code: text, label: text }), 1));

/** Reached when the votes for `counted` are at least this share of all valid votes that are no abstentions. */
const grade = record({
  grade: oneOf(RATINGS),
  counted: listOf(oneOf(RATINGS), 1),
  atLeastPercent: wholeNumber(0, 100),
});

const dimension = record({ code: text, label: text, weight: wholeNumber(1, 100) });

/** Weights are percentages: together they are the whole. */
function weighted(list: Check<readonly Of<typeof dimension>[]>): typeof list {
  return (value, at, faults) => {
    const dimensions = list(value, at, faults);
    const sum = Array.isArray(dimensions)
      ? dimensions.reduce((all, each) => all + Number(each?.weight), 0)
      : 0;
    if (sum !== 100 && dimensions?.length > 0) faults.push(`${at}：各项 weight 之和应为 100`);
    return dimensions;
  };
}

const settings = {
  /** How citations and notices name the committee and the office that issues for it. */
  committee: record({ name: text, issuer: text }),
  reminders: reminderLadder,
  /** When nothing goes out that rings: from one time of day to the other, over midnight where that is earlier. */
  quiet: record({ from: timeOfDay, to: timeOfDay, workingDaysOnly: flag }),
  /** When the daily brief goes out; not before the quiet hours end. */
  brief: record({ at: timeOfDay }),
  classes: distinct('code', listOf(record({ code: oneOf(CLASSES), label: text }), CLASSES.length)),
  notFiledReasons: coded,
  dispositions: coded,
  categories: listOf(text, 1),
  ratings: distinct('code', listOf(record({ code: oneOf(RATINGS), label: text }), RATINGS.length)),
  evaluation: record({
    /** What a meeting rates, and how it votes, unless it is planned otherwise. */
    objects: oneOf(EVALUATION_OBJECTS),
    ballots: oneOf(BALLOT_KINDS),
    /** Where both kinds of ballot are used: fewer of one kind would tell how these few have voted. */
    leastPerKind: wholeNumber(1, 100),
    quorumAbovePercent: wholeNumber(0, 99),
    /** From the best; the first one reached is the grade. */
    grades: distinct('grade', listOf(grade, RATINGS.length)),
    /** The worst grade that needs no re-handling. */
    passMark: oneOf(RATINGS),
  }),
  /** None: one mark for the whole. */
  evaluationDimensions: weighted(distinct('code', listOf(dimension))),
  replyCap: record({ months: wholeNumber(1, LONGEST.months) }),
  maxReturns: wholeNumber(0, 99),
  /** How often the sponsors of one case may ask for an urging letter. */
  urgingRequests: record({ everyDays: wholeNumber(1, 366) }),
  /** How long after the reply sponsors are asked once more about what was promised; 0 months: never. */
  secondRating: record({ months: wholeNumber(0, LONGEST.months) }),
  /** How far ahead a promise may be carried over. */
  carryOver: record({ months: wholeNumber(1, LONGEST.months) }),
  feedbackBy: oneOf(['firstSponsors', 'allCosigners']),
  /** What the public may write about an issued notice: for so many days after the issue; 0 days: nothing. */
  comments: record({
    days: wholeNumber(0, LONGEST.days),
    minLength: wholeNumber(1, 100),
    maxLength: wholeNumber(100, 5000),
    maxLinks: wholeNumber(0, 10),
    perAddressPerDay: wholeNumber(1, 1000),
  }),
  attachments: record({
    maxMegabytes: wholeNumber(1, 1024),
    maxPerProposal: wholeNumber(1, 1000),
    kinds: listOf(text, 1),
  }),
};

const handlingRules = record({
  clocks: each(CLOCK_NAMES, clock),
  ...settings,
  /** Where each setting comes from; clocks carry their own. `counting`: how days are counted. */
  basis: each(['counting', ...(Object.keys(settings) as (keyof typeof settings)[])], text),
});

/** What a committee lays down about the handling of its proposals: the content of handling-rules.json. */
export type HandlingRules = Of<typeof handlingRules>;
export type { ReminderRung } from './reminder-ladder';

/** Reads handling-rules.json below `folder`, or throws `SettingsFaults` naming everything that is wrong with it. */
export function loadHandlingRules(folder = settingsFolder()): HandlingRules {
  const faults: string[] = [];
  const found = readJson(join(folder, 'handling-rules.json'), 'handling-rules.json', faults);
  const rules = faults.length > 0 ? found : handlingRules(found, 'handling-rules', faults);
  if (faults.length > 0) throw new SettingsFaults(faults);
  return rules as HandlingRules;
}
