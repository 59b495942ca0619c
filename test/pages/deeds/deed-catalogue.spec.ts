import { DeedCatalogue } from '../../../src/pages/deeds/deed-catalogue';
import { deedWord } from '../../../src/pages/deeds/deed-words';
import { HELPS, RESULTS } from '../../../src/pages/deeds/helps/helps';
import { specsOf } from '../../../src/platform/web/field-specs';
import { type RunningApp, startApp } from '../../support/harness';
import { routesOf } from '../../support/routes';

/** Programs do these, not people at a form: the pages have doors of their own. */
const ELSEWHERE = ['POST sign-in', 'POST sign-out', 'POST sign-out-everywhere'];

describe('The catalogue of deeds', () => {
  let app: RunningApp;
  let deeds: ReturnType<DeedCatalogue['all']>;
  beforeAll(async () => {
    app = await startApp();
    deeds = app.get(DeedCatalogue).all();
  });
  afterAll(() => app.close());

  it('has every writing route of the API', () => {
    const writing = routesOf(app)
      .filter(({ method, path }) => ['POST', 'PUT', 'DELETE'].includes(method) && path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.slice('/api/'.length)}`);
    expect(deeds.map(({ key }) => key).sort()).toEqual(writing.sort());
  });

  it('calls each by a Chinese word', () => {
    const wordless = deeds.filter((deed) => !/^[\p{Script=Han}（）]+$/u.test(deedWord(deed)));
    expect(wordless.map(({ key }) => key).filter((key) => !ELSEWHERE.includes(key))).toEqual([]);
  });

  it('offers every choice in Chinese', () => {
    const wordless = deeds.flatMap(({ key, body, query }) =>
      [body, query].flatMap((dto) => (dto ? wordlessIn(dto).map((field) => `${key}: ${field}`) : [])),
    );
    expect([...new Set(wordless)]).toEqual([]);
  });

  it('is what helps and results speak of', () => {
    const keys = deeds.map(({ key }) => key);
    const spoken = [...Object.keys(HELPS), ...Object.keys(RESULTS)];
    expect(spoken.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('finds a deed by its address, and nothing where there is none', () => {
    const catalogue = app.get(DeedCatalogue);
    expect(catalogue.find('proposals/12/recommend')).toMatchObject({ params: { id: '12' } });
    expect(catalogue.find('me/calendar-feed', true)?.deed.method).toBe('DELETE');
    for (const path of ['', 'proposals/x/recommend', 'proposals/12', 'proposals/12/recommend/', '../api/me'])
      expect(catalogue.find(path)).toBeUndefined();
  });
});

type Dto = new () => object;

/** Fields whose choices would be shown under the names that programs use. */
function wordlessIn(dto: Dto, path = ''): string[] {
  return specsOf(dto).flatMap(({ name, kind, choices, words, part }) => {
    if (part) return wordlessIn(part(), `${path}${name}.`);
    const latin = (choices ?? []).filter(
      (choice) => !/\p{Script=Han}|^[A-Z]$/u.test(String(words?.[choice] ?? choice)),
    );
    return kind === 'choice' && latin.length > 0 ? [path + name] : [];
  });
}
