import { IsNull } from 'typeorm';
import type { Act } from './act';
import { UnitRequest } from './entities/unit-request.entity';

/** What a unit still asks for is of no use once it is out, or has replied. */
export async function lapseRequests(act: Act): Promise<void> {
  const decided = { decision: 'lapsed', decidedAt: act.now.at } as const;
  await act.em.update(UnitRequest, { assignmentId: act.id, decision: IsNull() }, decided);
}
