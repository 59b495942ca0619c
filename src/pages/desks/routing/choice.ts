import { MODES, type Mode } from '../../../lifecycle/facts';
import type { FieldFault } from '../../../platform/web/errors';
import { idIn, idsIn } from '../asked';

/** Which units get a case, as the form of the desk asks for it. */
export interface Choice {
  readonly mode?: Mode;
  readonly lead?: number;
  readonly others: readonly number[];
}

export function choiceIn(sent: Readonly<Record<string, unknown>>): Choice {
  const mode = MODES.find((each) => each === sent.mode);
  const lead = idIn(sent.lead);
  return { mode, lead, others: idsIn(sent.others).filter((id) => id !== lead) };
}

/** The sponsor's wish as a first choice: one unit alone, or the first with the others at its side. */
export function wished(suggested: readonly number[]): Choice {
  const [lead, ...others] = suggested;
  return { mode: others.length > 0 ? 'joint' : 'sole', lead, others };
}

/** What the form can tell before anybody is asked; everything else is the rulebook's. */
export function choiceFaults({ mode, lead, others }: Choice): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!mode) faults.push({ field: 'mode', code: 'required', message: '请选择「办理方式」。' });
  if (!lead) faults.push({ field: 'lead', code: 'required', message: '请选择「主办单位」。' });
  if (mode === 'sole' && others.length > 0)
    faults.push({
      field: 'others',
      code: 'alone',
      message: '单办只有一个单位；有其他单位的，请改选会办或分办。',
    });
  if (mode && mode !== 'sole' && others.length === 0)
    faults.push({ field: 'others', code: 'missing', message: '会办和分办须至少再选一个单位。' });
  return faults;
}

/** As the API asks for it: of separate handling every unit is a lead. */
export const assignmentOf = ({ mode, lead, others }: Choice) => ({
  mode,
  units: [
    { unitId: lead, role: 'lead' },
    ...others.map((unitId) => ({ unitId, role: mode === 'separate' ? 'lead' : 'coHandler' })),
  ],
});
