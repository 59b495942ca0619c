import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command, importRoster } from '../../src/commands/import';
import { type RunningApp, startApp } from '../support/harness';
import { prepared, workbook } from './rosters';

describe('The import command', () => {
  let app: RunningApp;
  let said: string[];
  const file = async (rows: (string | null)[][]) => {
    const path = join(mkdtempSync(join(process.env.TEST_FOLDER as string, 'import-')), 'roster.xlsx');
    writeFileSync(path, await workbook([['姓名', '届'], ...rows]));
    return path;
  };

  beforeAll(async () => {
    app = await startApp();
    await prepared(app);
  });
  beforeEach(() => {
    said = [];
    for (const stream of ['log', 'error'] as const) {
      jest
        .spyOn(console, stream)
        .mockImplementation((...parts: unknown[]) => void said.push(String(parts[0])));
    }
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  it('previews first and writes when told to', async () => {
    const path = await file([['王云安', '15']]);
    expect(await importRoster(app.app, 'members', path, false)).toBe(0);
    expect(await importRoster(app.app, 'members', path, true)).toBe(0);
    expect(said).toEqual(['共 1 行，有误 0 处，未写入。', '共 1 行，已导入。']);
  });

  it('names every faulty row and writes none', async () => {
    const path = await file([
      [null, '15'],
      ['李强', '99'],
    ]);
    expect(await importRoster(app.app, 'members', path, false)).toBe(1);
    expect(await importRoster(app.app, 'members', path, true)).toBe(1);
    expect(said[0]).toMatch(/^第 2 行：「姓名」/);
    expect(said.at(-1)).toMatch(/第 2 行：.*\n第 3 行：.*“99”/);
  });

  it('says how it is called', async () => {
    expect([
      await command.run([]),
      await command.run(['constructor', 'x']),
      await command.run(['units']),
    ]).toEqual([2, 2, 2]);
  });
});
