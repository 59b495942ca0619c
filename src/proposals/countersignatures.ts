import type { Act } from './act';
import { Countersignature } from './entities/countersignature.entity';

/**
 * Countersignatures were for a text that is no more, or of a unit that is out: they fall away, and nobody waits for
 * them. Gives how many there were.
 */
export async function dropCountersignatures(act: Act): Promise<number> {
  const asked = await act.em.findBy(Countersignature, { assignmentId: act.id });
  for (const { coAssignmentId } of asked) act.settle('countersign', coAssignmentId);
  act.settle('countersign', act.id);
  const { affected } = await act.em.delete(Countersignature, [
    { assignmentId: act.id },
    { coAssignmentId: act.id, state: 'asked' },
  ]);
  return affected ?? 0;
}
