import type { FieldFault } from '../platform/web/errors';
import type { Ending } from './bodies.dto';
import { fault } from './faults';
import type { Listed, Listing, Register } from './register';
import type { Dated } from './validity';

interface Succeeded extends Listed, Dated {
  successorId: number | null;
}

const LONGEST_LINE = 100;

export function lastDayFaults(row: Dated, validTo: string): FieldFault[] {
  if (row.validFrom <= validTo) return [];
  return [fault('validTo', 'beforeStart', `「最后有效日」不能早于生效日期 ${row.validFrom}。`)];
}

/** What speaks against this successor: it does not exist, has itself ended by then, or leads back to where it began. */
export async function successorFaults<T extends Succeeded>(
  register: Register,
  listing: Listing<T>,
  id: number,
  { validTo, successorId }: Ending,
): Promise<FieldFault[]> {
  if (!successorId) return [];
  const wrong = (code: string, message: string) => [fault('successorId', code, message)];
  const next = (of: number) => register.em.findOneBy(listing, { id: of } as never);
  let successor = await next(successorId);
  if (!successor) return wrong('unknown', '「继任者」不在名录中，请重新选择。');
  if (successor.validTo !== null && successor.validTo <= validTo) {
    return wrong('endedItself', `「继任者」${successor.validTo} 已停用，请选择届时仍有效的一方。`);
  }
  for (let steps = 0; successor && steps < LONGEST_LINE; steps++) {
    if (successor.id === id) return wrong('circular', '「继任者」最终又由本条接替，请重新选择。');
    successor = successor.successorId === null ? null : await next(successor.successorId);
  }
  return [];
}
