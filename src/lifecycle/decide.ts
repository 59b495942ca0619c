import type { Actor } from './people';
import type { Intent, Machine, Moment, Rule } from './rule';

export type Decision<Stage extends string, F> =
  | { readonly rule: Rule<Stage, F>; readonly refusals?: undefined }
  | { readonly rule?: undefined; readonly refusals: readonly string[] };

/**
 * Gives the row that allows `action`, or all reasons why it is refused, as codes. What is not the
 * actor's to do is refused with `notYours` alone: nobody learns the state of what is not theirs.
 */
export function decide<Stage extends string, F extends { stage: Stage }>(
  machine: Machine<Stage, F>,
  action: string,
  facts: F | null,
  actor: Actor,
  now: Moment,
  intent: Intent = {},
): Decision<Stage, F> {
  const rule = Object.hasOwn(machine.actions, action) ? machine.actions[action] : undefined;
  if (!rule) return { refusals: ['unknownAction'] };
  if (facts === null) return decideBeginning(rule, actor, intent);
  if (!rule.by.some((who) => who.holds(actor, facts, intent))) return { refusals: ['notYours'] };
  if (rule.from === 'nothing' || !rule.from.includes(facts.stage)) return { refusals: ['wrongStage'] };
  const failed = (rule.needs ?? [])
    .filter((need) => !need.holds(facts, now, intent))
    .map((need) => need.code);
  return failed.length > 0 ? { refusals: failed } : { rule };
}

/** What does not exist yet has no facts; only the hat counts, and whom it is for. */
function decideBeginning<Stage extends string, F>(
  rule: Rule<Stage, F>,
  actor: Actor,
  intent: Intent,
): Decision<Stage, F> {
  if (rule.from !== 'nothing') return { refusals: ['wrongStage'] };
  const nothing = {} as F;
  return rule.by.some((who) => who.holds(actor, nothing, intent)) ? { rule } : { refusals: ['notYours'] };
}

export interface OpenAction {
  readonly action: string;
  /** Empty: the button works. Otherwise why it does not yet. */
  readonly refusals: readonly string[];
}

/** The actions that are the actor's in this stage, with what still stands in their way. Feeds buttons and the API. */
export function actionsOpenTo<Stage extends string, F extends { stage: Stage }>(
  machine: Machine<Stage, F>,
  facts: F,
  actor: Actor,
  now: Moment,
): OpenAction[] {
  return Object.entries(machine.actions).flatMap(([action, rule]) => {
    if (rule.from === 'nothing' || !rule.from.includes(facts.stage)) return [];
    if (!rule.by.some((who) => who.holds(actor, facts))) return [];
    const checked = (rule.needs ?? []).filter((need) => !isOfIntent(need));
    return [
      { action, refusals: checked.filter((need) => !need.holds(facts, now, {})).map((need) => need.code) },
    ];
  });
}

function isOfIntent(need: { ofIntent?: boolean }): boolean {
  return need.ofIntent === true;
}
