import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../src/commands/backup';
import { openDatabase } from '../../src/platform/database/open';
import { HistoryVerification } from '../../src/platform/history/verification';
import { environmentOf } from '../support/databases';
import { type RunningApp, startApp } from '../support/harness';
import { aFiledProposal } from '../support/steps/examination';
import { aWorld } from '../support/world';

describe('A backup', () => {
  let app: RunningApp;
  const target = join(mkdtempSync(join(tmpdir(), 'backup-')), 'copy');

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockReturnValue();
    jest.spyOn(console, 'error').mockReturnValue();
    app = await startApp();
    await aFiledProposal(app, await aWorld(app));
    const folder = join(app.environment.dataDir, 'files', 'ab');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'cd'), 'a file');
  });
  afterAll(() => app.close());

  it('taken while the server runs is a whole database with a sound history, and the files', async () => {
    expect(await backUp(app.environment, target)).toBe(0);
    const copy = await openDatabase(environmentOf(target));
    const [{ n }] = await copy.rows<{ n: number }>(
      `SELECT COUNT(*) AS n FROM "proposal" WHERE "stage" = 'filed'`,
    );
    const verdict = await new HistoryVerification(copy).verify();
    await copy.close();
    expect([n, verdict.sound]).toEqual([1, true]);
    expect(readFileSync(join(target, 'files', 'ab', 'cd'), 'utf8')).toBe('a file');
  });

  it('never writes over an older one', async () => {
    expect(await backUp(app.environment, target)).toBe(1);
  });
});
