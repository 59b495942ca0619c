import type { AnyMachine } from '../../src/lifecycle/rulebook';
import { machines, rowsOf } from './tables';

/** Who may do what, as a table to read: a change of the rules is a change of this text. */
export const permissionMatrix = (): string => machines.map(matrixOf).join('\n');

function matrixOf(machine: AnyMachine): string {
  const rows = rowsOf(machine);
  const roles = [...new Set(rows.flatMap(([, rule]) => rule.by.map(({ name }) => name)))];
  const width = Math.max(...rows.map(([action]) => action.length), machine.name.length);
  const lines = rows.map(([action, rule]) => {
    const marks = roles.map((role) =>
      (rule.by.some(({ name }) => name === role) ? 'x' : '.').padEnd(role.length),
    );
    return [action.padEnd(width), ...marks].join('  ').trimEnd();
  });
  const head = [machine.name.padEnd(width), ...roles].join('  ');
  return `${[head, '-'.repeat(head.length), ...lines].join('\n')}\n`;
}
