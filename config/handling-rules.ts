import { join } from 'node:path';
import { CLOCK_NAMES } from '../src/lifecycle/clocks';
import type { Length } from '../src/lifecycle/deadlines';
import { CLASSES, RATINGS } from '../src/lifecycle/facts';
import { HATS } from '../src/lifecycle/people';
import {
  type Check,
  type Of,
  distinct,
  each,
  listOf,
  oneOf,
  optional,
  record,
  text,
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

/** Before the due day when negative, after it when positive. */
const distance: Check<{ readonly days: number } | { readonly workingDays: number }> = (value, at, faults) => {
  const unit = Object.hasOwn(Object(value), 'days') ? 'days' : 'workingDays';
  return record({ [unit]: wholeNumber(-366, 366) })(value, at, faults) as { readonly days: number };
};

const clock = record({
  length,
  /** For proposals of a session: while it sits (co-signing), or from its close (handing over). */
  inSession: optional(length),
  basis: text,
});

/** The last rung reached is the one that speaks; it repeats every so many days until the clock stops. */
const rung = record({
  level: oneOf(['blue', 'yellow', 'red']),
  when: distance,
  everyDays: optional(wholeNumber(1, 366)),
  recipients: listOf(
    record({ role: oneOf(['owner', ...HATS]), office: oneOf(['owing', 'assigning', 'committee']) }),
    1,
  ),
});

const coded = distinct('code', listOf(record({ code: text, label: text }), 1));

/** Reached when the votes for `counted` are at least this share of all valid votes that are no abstentions. */
const grade = record({
  grade: oneOf(RATINGS),
  counted: listOf(oneOf(RATINGS), 1),
  atLeastPercent: wholeNumber(0, 100),
});

const settings = {
  /** How citations and notices name the committee and the office that issues for it. */
  committee: record({ name: text, issuer: text }),
  reminders: listOf(rung, 1),
  classes: distinct('code', listOf(record({ code: oneOf(CLASSES), label: text }), CLASSES.length)),
  notFiledReasons: coded,
  dispositions: coded,
  categories: listOf(text, 1),
  ratings: distinct('code', listOf(record({ code: oneOf(RATINGS), label: text }), RATINGS.length)),
  evaluation: record({
    quorumAbovePercent: wholeNumber(0, 99),
    /** From the best; the first one reached is the grade. */
    grades: distinct('grade', listOf(grade, RATINGS.length)),
    /** The worst grade that needs no re-handling. */
    passMark: oneOf(RATINGS),
  }),
  evaluationDimensions: distinct('code', listOf(record({ code: text, label: text }))),
  replyCap: record({ months: wholeNumber(1, LONGEST.months) }),
  maxReturns: wholeNumber(0, 99),
  feedbackBy: oneOf(['firstSponsors', 'allCosigners']),
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
export type ReminderRung = Of<typeof rung>;

/** Reads handling-rules.json below `folder`, or throws `SettingsFaults` naming everything that is wrong with it. */
export function loadHandlingRules(folder = settingsFolder()): HandlingRules {
  const faults: string[] = [];
  const found = readJson(join(folder, 'handling-rules.json'), 'handling-rules.json', faults);
  const rules = faults.length > 0 ? found : handlingRules(found, 'handling-rules', faults);
  if (faults.length > 0) throw new SettingsFaults(faults);
  return rules as HandlingRules;
}
