import type { RollVoter } from './meeting-sheet';

type Sent = Readonly<Record<string, unknown>>;

/**
 * What somebody has changed on the roll they were shown: two people who tick at the same time do not undo each other's
 * ticks. Who pressed “everybody” means all that are not yet there.
 */
export function presenceChanges(
  voters: readonly RollVoter[],
  sent: Sent,
): { present: number[]; absent: number[] } {
  const everybody = Boolean(sent.everybody);
  const [here, was] = [idsIn(sent.here), idsIn(sent.was)];
  const ids = voters.map(({ memberId }) => memberId);
  if (everybody)
    return { present: voters.filter(({ present }) => !present).map(({ memberId }) => memberId), absent: [] };
  return {
    present: ids.filter((id) => here.has(id) && !was.has(id)),
    absent: ids.filter((id) => was.has(id) && !here.has(id)),
  };
}

const idsIn = (value: unknown): Set<number> =>
  new Set((Array.isArray(value) ? value : [value]).map(Number).filter(Number.isInteger));
