import { DeedDesk } from '../../../src/pages/deeds/deed-desk';
import { DeedCatalogue, type Deed } from '../../../src/pages/deeds/deed-catalogue';
import { specsOf } from '../../../src/platform/web/field-specs';
import { aBusyOffice, type BusyOffice } from '../../api/stages';
import { eachDatabase, type RunningApp } from '../../support/harness';
import type { Person } from '../../support/people';

const FIELDS = 'application/x-www-form-urlencoded';
const REFUSED = [303, 400, 403, 404, 409, 413, 415, 422, 429];
const HOSTILE = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'true',
  '<script>alert(1)</script>',
  "'; DROP TABLE proposal; --",
  '长'.repeat(30_000),
];
/** Said where a row has to be chosen and there is none, such as a promise of a case without promises. */
const NOTHING = '没有可以选择的内容';
const HOSTILE_NAMES = [
  'units.999.unitId',
  'units.0.0.0',
  '__proto__',
  'constructor',
  '_more',
  '_seen',
  'version',
  'x'.repeat(3000),
];

eachDatabase('The form of every deed', (open) => {
  let app: RunningApp;
  let office: BusyOffice;
  let deeds: Deed[];

  beforeAll(async () => {
    app = await open();
    office = await aBusyOffice(app);
    deeds = app
      .get(DeedCatalogue)
      .all()
      .filter(({ key }) => !key.startsWith('POST sign-'));
  });

  /** Some addresses of a deed: of every subject there is, the first few. */
  const pathsOf = ({ pattern }: Deed): string[] => {
    const [kind] = pattern.split('/');
    const known = office.ids[kind] ?? [];
    const ids = known.length > 0 ? known.slice(0, 12) : [1];
    const filled = ids.map((id) =>
      pattern.replace(':id', String(id)).replace(/:code/, 'member').replace(/:\w+/g, '1'),
    );
    return [...new Set(filled)];
  };
  const html = { accept: 'text/html' };
  const get = (by: Person, url: string) => app.inject({ url, headers: { ...by.headers, ...html } });
  /** What help for this form leaves out, because it is known or does not apply. */
  const hiddenFrom = async ({ actor }: Person, deed: Deed, path: string): Promise<string[]> => {
    const desk = app.get(DeedDesk);
    const { state } = await desk.layOut(actor, desk.find(path, deed.method === 'DELETE'), {});
    return Object.entries(state.aids).flatMap(([name, { hidden }]) => (hidden ? [name] : []));
  };
  const urlOf = ({ method }: Deed, path: string) => `/${method === 'DELETE' ? 'undo' : 'do'}/${path}`;

  it('opens for somebody, with a field for whatever the deed asks', async () => {
    const [unopened, missing]: [string[], string[]] = [[], []];
    for (const deed of deeds) {
      let opened = false;
      for (const path of pathsOf(deed)) {
        for (const person of office.people) {
          const page = await get(person, urlOf(deed, path));
          expect([deed.key, page.statusCode]).toEqual([deed.key, page.statusCode === 404 ? 404 : 200]);
          if (page.statusCode === 404) continue;
          const isForm = page.body.includes('class="deed-form"');
          if (isForm && !page.body.includes(NOTHING))
            missing.push(...missingIn(page.body, deed, await hiddenFrom(person, deed, path)));
          opened ||= isForm;
          if (opened) break;
        }
        if (opened) break;
      }
      if (!opened) unopened.push(deed.key);
    }
    expect([...new Set(missing)]).toEqual([]);
    // What nobody can do in this office just now shows its reasons instead.
    expect(
      unopened.filter((key) => !/^(POST|PUT) (proposals|assignments|evaluations|notices)\//.test(key)),
    ).toEqual([]);
  });

  it('refuses whatever is wrong without ever breaking, and keeps nothing of it', async () => {
    for (const deed of deeds.filter(({ takesFile }) => !takesFile)) {
      const dto = deed.method === 'DELETE' ? deed.query : deed.body;
      const names = [...(dto ? specsOf(dto).map(({ name }) => name) : []), ...HOSTILE_NAMES];
      const [path] = pathsOf(deed);
      for (const value of HOSTILE.slice(0, 7)) {
        const payload = new URLSearchParams(names.map((name) => [name, value])).toString();
        const headers = { ...office.keeper.headers, ...html, 'content-type': FIELDS };
        const answer = await app.inject({ method: 'POST', url: urlOf(deed, path), headers, payload });
        const isShown = answer.statusCode === 200 && answer.body.includes('name="_back"');
        expect([deed.key, value, isShown || REFUSED.includes(answer.statusCode)]).toEqual([
          deed.key,
          value,
          true,
        ]);
        expect(answer.body).not.toContain('<script>alert');
      }
    }
  });

  it('takes a body that is far too large, and one that is no form, for what they are', async () => {
    const headers = { ...office.keeper.headers, ...html, 'content-type': FIELDS };
    const url = '/do/units';
    const large = await app.inject({
      method: 'POST',
      url,
      headers,
      payload: `name=${'长'.repeat(1_000_000)}`,
    });
    expect(large.statusCode).toBe(413);
    expect(large.headers['content-type']).toContain('text/html');
    const json = { ...headers, 'content-type': 'application/json' };
    expect((await app.inject({ method: 'POST', url, headers: json, payload: '{}' })).statusCode).toBe(415);
    const long = await app.inject({ method: 'POST', url, headers, payload: `name=${'长'.repeat(30_000)}` });
    expect(long.statusCode).toBe(422);
    expect(long.body).toContain('最多 100 个字');
    expect(long.body).toContain('<title>错误：');
  });
});

/** Fields of the DTO that the form shows nowhere, though no help hides them. */
function missingIn(page: string, deed: Deed, hidden: readonly string[]): string[] {
  const dto = deed.method === 'DELETE' ? deed.query : deed.body;
  const names = dto ? specsOf(dto).map(({ name }) => name) : [];
  const asked = names.filter((name) => name !== 'version' && !hidden.includes(name));
  return asked
    .filter((name) => !new RegExp(`name="${name}[."]`).test(page))
    .map((name) => `${deed.key}: ${name}`);
}
