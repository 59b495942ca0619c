import { MODES } from '../../../src/lifecycle/facts';
import type { Intent } from '../../../src/lifecycle/rule';
import type { On } from './play';
import { type Case, coTasksOf, proposalFacts, UNITS, type World } from './world';

/** What the deed needs to know beyond its name; with dice of 90 and more often nonsense. */
export function intentFor(
  world: World,
  { one, task, action }: On & { action: string },
  dice: number,
): Intent {
  const among = <T>(values: readonly T[]): T | undefined => values[dice % Math.max(1, values.length)];
  if (action === 'assign' || action === 'assignMore') return assignIntent(one, dice);
  if (action === 'grantAdd') return { units: [{ unitId: UNITS[dice % UNITS.length], role: 'coHandler' }] };
  if (/cosign$/i.test(action))
    return { asked: among(one.sponsors.filter((s) => s.signature === 'invited'))?.sponsorId };
  if (action === 'answerMerge') {
    const { answers } = one.merge ?? { answers: [] };
    return { asked: (answers.find(({ answer }) => answer === null) ?? among(answers))?.sponsorId };
  }
  if (action === 'rate') {
    const { raters } = proposalFacts(world, one);
    const open = raters.filter((id) => !one.forms.some(({ sponsorId }) => sponsorId === id));
    return { rater: open[0] ?? among(raters) };
  }
  if (action === 'explainMissing' && task) {
    const signed = (id: number) => ['signed', 'missing'].includes(task.signatures.get(id) ?? '');
    return { countersignMissing: coTasksOf(one, task.round).find(({ id }) => !signed(id))?.id };
  }
  if (action.endsWith('Extension')) return { until: dice < 90 ? '2026-08-01' : '2027-01-01' };
  return { principalLeaderSigns: dice < 90 };
}

/** A choice that fits the units which stayed from before, such as a co-handler whose opinion is given. */
function assignIntent(one: Case, dice: number): Intent {
  const staying = one.tasks.filter((task) => task.round === one.round && task.stage !== 'released');
  const free = UNITS.filter((unit) => !staying.some(({ unitId }) => unitId === unit));
  const units = free.map((_, place) => free[(place + dice) % free.length]);
  if (dice >= 90) return { mode: MODES[dice % MODES.length], units: UNITS.map(asLead) };
  const leads = staying.filter(({ role }) => role === 'lead').length;
  const coHandlers = staying.length - leads;
  const mode = coHandlers > 0 ? 'joint' : leads > 0 ? MODES[1 + (dice % 2)] : MODES[dice % MODES.length];
  const wanted = mode === 'separate' ? Math.max(1, 2 - leads) : 1 - leads;
  const helpers = mode === 'joint' && (leads > 0 || coHandlers === 0) ? 1 : 0;
  const chosen = units.slice(0, wanted + helpers);
  return {
    mode,
    units: chosen.map((unitId, place) => ({ unitId, role: place < wanted ? 'lead' : 'coHandler' })),
  };
}

const asLead = (unitId: number) => ({ unitId, role: 'lead' });
