import type { ClockName } from '../../lifecycle/clocks';
import { machineOf } from '../../lifecycle/rulebook';
import type { MachineName } from '../../lifecycle/rule';
import { actionWord } from '../../lifecycle/words/words';
import { deedPath } from './deed-words';

const MACHINES: Record<string, { machine: MachineName; path: Parameters<typeof deedPath>[0] }> = {
  proposal: { machine: 'proposal', path: 'proposals' },
  assignment: { machine: 'assignment', path: 'assignments' },
  evaluation: { machine: 'evaluation', path: 'evaluations' },
  publication: { machine: 'publication', path: 'notices' },
};

/** The one deed that ends a clock, where the table knows just one that a person does; else one looks at the case. */
export function endingDeed(clock: ClockName, subjectKind: string, subjectId: number) {
  const place = MACHINES[subjectKind];
  if (!place) return undefined;
  const ends = Object.entries(machineOf(place.machine).actions).filter(
    ([, { stops, by }]) =>
      Array.isArray(stops) && stops.includes(clock) && by.some(({ name }) => name !== 'system'),
  );
  if (ends.length !== 1) return undefined;
  const [[verb]] = ends;
  return { href: deedPath(place.path, subjectId, verb), word: actionWord(place.machine, verb) };
}
