import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionMatrix } from './permission-matrix';
import { isSystems, machines, named, rowsOf } from './tables';

const FILE = join(__dirname, 'permissions.txt');

it('who may do what is what permissions.txt says (UPDATE_MATRIX=1 writes it anew)', () => {
  if (process.env.UPDATE_MATRIX) writeFileSync(FILE, permissionMatrix());
  expect(readFileSync(FILE, 'utf8')).toBe(permissionMatrix());
});

it('no unit rates, and nobody but sponsors and the committee on their behalf does', () => {
  const [proposal] = machines;
  expect(proposal.actions.rate.by.map(({ name }) => name)).toEqual(['rater', 'committee']);
});

it('what the system does by itself is nobody else’s', () => {
  const mixed = machines.flatMap((machine) =>
    rowsOf(machine)
      .filter(([, rule]) => rule.by.some(({ name }) => name === 'system') && !isSystems(rule))
      .map(([action]) => named(machine, action)),
  );
  expect(mixed).toEqual([]);
});
