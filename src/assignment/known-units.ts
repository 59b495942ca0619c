import { In } from 'typeorm';
import { accept, fault } from '../people/faults';
import { HandlingUnit } from '../people/units/handling-unit.entity';
import { validOn } from '../people/validity';
import type { FieldFault } from '../platform/web/errors';
import type { Act } from '../proposals/act';

interface Named {
  unitId: number;
  /** Where the client named it. */
  field: string;
}

/** Throws Invalid, naming every field, for units that do not exist or are no unit today. */
export async function requireUnits(
  { em, now }: Pick<Act, 'em' | 'now'>,
  named: readonly Named[],
): Promise<void> {
  const units = await em.findBy(HandlingUnit, { id: In(named.map(({ unitId }) => unitId)) });
  const successors = await em.findBy(HandlingUnit, { id: In(units.map((unit) => unit.successorId ?? 0)) });
  const nameOf = (id: number | null) => successors.find((unit) => unit.id === id)?.name;
  accept(
    named.flatMap(({ unitId, field }) => {
      const unit = units.find(({ id }) => id === unitId);
      return unit ? faultsOf(unit, now.day, field, nameOf(unit.successorId)) : [unknown(field)];
    }),
  );
}

const unknown = (field: string) => fault(field, 'unknown', '「承办单位」不在名录中，请重新选择。');

function faultsOf(unit: HandlingUnit, today: string, field: string, successor?: string): FieldFault[] {
  if (validOn(unit, today)) return [];
  if (unit.validFrom > today)
    return [fault(field, 'notYet', `“${unit.name}”自 ${unit.validFrom} 起生效，请选择现有单位。`)];
  const instead = successor ? `请改选接替它的“${successor}”` : '请选择现有单位';
  return [fault(field, 'ended', `“${unit.name}”已于 ${unit.validTo} 停用，${instead}。`)];
}
