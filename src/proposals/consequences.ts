import type { MachineName } from '../lifecycle/rule';
import type { Act } from './act';
import { dropCountersignatures } from './countersignatures';
import { lapseRequests } from './requests';

type Write = (act: Act) => Promise<void> | void;

/** What the system writes, beside stage and clocks, when the tables make one deed follow another: no service does it. */
const WRITES: Partial<Record<`${MachineName}.${string}`, Write>> = {
  'proposal.completeReplies': (act) => act.set({ repliedAt: act.now.at, withdrawalAskedAt: null }),
  'assignment.letGo': async (act) => {
    act.set({ finishedAt: act.now.at });
    await lapseRequests(act);
    await dropCountersignatures(act);
  },
};

export const writeOf = (machine: MachineName, action: string): Write | undefined =>
  WRITES[`${machine}.${action}`];
