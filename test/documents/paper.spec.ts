import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type RunningApp, startApp } from '../support/harness';
import type { Person } from '../support/people';
import { aWorld, type World } from '../support/world';
import { aDocumentedCase, placesOf, replied } from './documented-case';
import { fileOf } from './opened';

const SOFFICE = '/usr/bin/soffice';
// Of what is printed: a letter of this length on one sheet or two, each form on one.
const PAGES = { sheet: 2, form: 2, urging: 1, reply: 2, opinion: 1, returning: 1, extension: 1 };

(existsSync(SOFFICE) ? describe : describe.skip)('Documents printed by LibreOffice', () => {
  let app: RunningApp;
  let world: World;
  let by: Person;
  let at: ReturnType<typeof placesOf>;
  let folder: string;

  beforeAll(async () => {
    app = await startApp();
    world = await aWorld(app);
    by = world.by.clerk;
    const all = await aDocumentedCase(app, world);
    await replied(app, world, all);
    at = placesOf(all);
    folder = mkdtempSync(join(process.env.TEST_FOLDER as string, 'papers-'));
    for (const [name, url] of Object.entries(at))
      writeFileSync(join(folder, `${name}.docx`), (await fileOf(app, by, url)).content as Buffer);
    const files = Object.keys(at).map((name) => join(folder, `${name}.docx`));
    const args = ['--headless', '--convert-to', 'pdf', '--outdir', folder, ...files];
    spawnSync(SOFFICE, [`-env:UserInstallation=file://${folder}/profile`, ...args], { timeout: 150_000 });
  }, 200_000);
  afterAll(() => app.close());

  /** Pages of a PDF: each is an object of its own, and none of them is compressed. */
  const pagesOf = (name: string): number =>
    readFileSync(join(folder, `${name}.pdf`), 'latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  it.each(Object.entries(PAGES))('%s comes to %i pages', (name, pages) => {
    expect(pagesOf(name)).toBe(pages);
  });
});
