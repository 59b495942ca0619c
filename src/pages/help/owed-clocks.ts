import { CLOCK_NAMES, type ClockName, clockOf } from '../../lifecycle/clocks';
import type { Hat } from '../../lifecycle/people';
import { machineOf } from '../../lifecycle/rulebook';
import { MACHINES } from '../../lifecycle/rule';
import { actionWord } from '../../lifecycle/words/words';

/** What a hat may come to owe, and the deeds that end each, from the tables. */
export function owedBy(hat: Hat): { clock: ClockName; endedBy: string[] }[] {
  return CLOCK_NAMES.filter((name) => clockOf(name).owes === hat && clockOf(name).debt !== false).map(
    (clock) => ({
      clock,
      endedBy: endingWords(clock),
    }),
  );
}

function endingWords(clock: ClockName): string[] {
  const words = MACHINES.flatMap((machine) =>
    Object.entries(machineOf(machine).actions)
      .filter(
        ([, { stops, by }]) =>
          Array.isArray(stops) && stops.includes(clock) && by.some(({ name }) => name !== 'system'),
      )
      .map(([action]) => actionWord(machine, action)),
  );
  return [...new Set(words)];
}
