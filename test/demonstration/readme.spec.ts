import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountTable } from '../../src/demonstration/account-table';
import { bodies } from '../../src/demonstration/material';
import { PASSWORD } from '../../src/demonstration/cast';

it('The README names the accounts of the demonstration as they are', () => {
  const readme = readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8');
  expect(readme).toContain(accountTable(bodies()));
  expect(readme).toContain(PASSWORD);
});
