import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/database/open';
import { dropDatabase, freshDatabase, isAvailable, KINDS } from '../support/databases';
import { runCommand, startChild } from '../support/child';

for (const kind of KINDS) {
  (isAvailable(kind) ? describe : describe.skip)(`The program as a process (${kind})`, () => {
    it.each(['SIGTERM', 'SIGINT'] as const)('serves, and ends in good order on %s', async (signal) => {
      const environment = await freshDatabase(kind);
      const child = await startChild(environment);
      expect((await fetch(`${child.url}/health/ready`)).status).toBe(200);
      expect(await child.end(signal)).toBe(0);
      expect(child.output()).toContain('正在停止');
      await dropDatabase(environment);
    });

    it('describes its API with the comments of the source', async () => {
      const environment = await freshDatabase(kind);
      const child = await startChild(environment);
      const document = await (await fetch(`${child.url}/api/openapi.json`)).json();
      expect(document.paths['/health'].get.summary).toBe('The process answers.');
      await child.end('SIGTERM');
      await dropDatabase(environment);
    });

    it('verifies the history from the command line', async () => {
      const environment = await freshDatabase(kind);
      expect(await runCommand(environment, 'verify-history')).toEqual({
        code: 0,
        output: '共 0 条记录，完整无误。\n',
      });
      const database = await openDatabase(environment);
      await database.transaction((em) => database.change('UPDATE "historyHead" SET "lastId" = 1', [], em));
      await database.close();
      const verdict = await runCommand(environment, 'verify-history');
      expect(verdict).toEqual({ code: 1, output: '第 1 条记录有问题：记录缺失。此前 0 条完整无误。\n' });
      await dropDatabase(environment);
    });

    it('migrates from the command line', async () => {
      const environment = await freshDatabase(kind);
      expect((await runCommand(environment, 'migrate')).output).toBe('数据库结构已是最新。\n');
      await dropDatabase(environment);
    });
  });
}

it('names the commands there are, and an unknown one is a failure', async () => {
  const environment = await freshDatabase('sqlite');
  const { code, output } = await runCommand(environment, 'nonsense');
  expect(code).toBe(2);
  expect(output).toContain('verify-history');
});

it('refuses to start with faulty settings, names them all and shows no value', async () => {
  const environment = {
    ...(await freshDatabase('sqlite')),
    mode: 'production' as const,
    sessionSecret: 'short',
  };
  const { code, output } = await runCommand({ ...environment, databaseUrl: 'mysql://secret' }, 'migrate');
  expect(code).toBe(1);
  expect(output).toContain('SESSION_SECRET');
  expect(output).toContain('DATABASE_URL');
  expect(output).not.toContain('short');
  expect(output).not.toContain('mysql');
});

it('The build brings the texts of the demonstration along', () => {
  const built = join(__dirname, '..', '..', 'dist', 'src', 'demonstration');
  expect(existsSync(join(built, 'bodies.json'))).toBe(true);
  expect(readdirSync(join(built, 'fourteen'))).toHaveLength(14);
});
