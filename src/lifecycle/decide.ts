import type { Actor } from './people';
import type { Intent, Machine, Moment, Need, Rule } from './rule';

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
  const open: OpenAction[] = [];
  for (const { action, rule, needs } of rowsFrom(machine, facts.stage)) {
    if (!rule.by.some((who) => who.holds(actor, facts))) continue;
    const refusals = needs.filter((need) => !need.holds(facts, now, {})).map((need) => need.code);
    open.push({ action, refusals });
  }
  return open;
}

interface Row<F> {
  readonly action: string;
  readonly rule: Rule<string, F>;
  /** Those that look at no intent. */
  readonly needs: readonly Need<F>[];
}

// Looked for once: a page asks for the case and for each of its units, and most rows begin in another stage.
const found = new WeakMap<object, Map<string, readonly Row<never>[]>>();

/** The rows of a table that begin in this stage. */
function rowsFrom<Stage extends string, F extends { stage: Stage }>(
  machine: Machine<Stage, F>,
  stage: Stage,
): readonly Row<F>[] {
  const stages = found.get(machine) ?? new Map<string, readonly Row<never>[]>();
  found.set(machine, stages);
  const known = stages.get(stage) as readonly Row<F>[] | undefined;
  if (known) return known;
  const rows = Object.entries(machine.actions).flatMap<Row<F>>(([action, rule]) =>
    rule.from === 'nothing' || !rule.from.includes(stage)
      ? []
      : [{ action, rule, needs: (rule.needs ?? []).filter(({ ofIntent }) => !ofIntent) }],
  );
  stages.set(stage, rows as readonly Row<never>[]);
  return rows;
}
