import type { Page } from '../../src/platform/web/page.dto';
import { IndexChecking } from '../../src/search/indexing/index-checking';
import type { Facet } from '../../src/search/searching/facets.service';
import type { SearchAnswer, SearchHit } from '../../src/search/searching/search.service';
import { Cases, type Shown } from '../proposals/cases';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';
import { aWorld, type World } from '../support/world';

const asked = (text: string) => encodeURIComponent(text);

eachDatabase('What a search must not tell', (open) => {
  let app: RunningApp;
  let world: World;
  let cases: Shown[];
  let people: Record<string, Person>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const {
      transport,
      housing,
      publicity,
      otherClerk: _,
      otherOffice: __,
      otherTeller: ___,
      ...alone
    } = world.by;
    people = {
      ...{ ...alone, nobody: await signInAs(app), transport: transport.handler, leader: transport.leader },
      ...{ housing: housing.handler, publicity: publicity.handler },
    };
    const building = new Cases(app, world);
    await building.written();
    await building.examined();
    await building.routed();
    await building.merged();
    await building.concluded();
    cases = building.all;
  });

  const search = (by: Person, query: string) => must<SearchAnswer>(app, by, 'GET', `/api/search?${query}`);
  const facets = async (by: Person, query: string) =>
    (await must<{ facets: Facet[] }>(app, by, 'GET', `/api/search/facets?${query}`)).facets;
  const seenBy = async (by: Person) =>
    new Set(
      (await must<Page<SearchHit>>(app, by, 'GET', '/api/proposals?size=100')).items.map(({ id }) => id),
    );
  const each = async (check: (by: Person, seen: Set<number>) => Promise<void>) => {
    for (const by of Object.values(people)) await check(by, await seenBy(by));
  };

  it('every case is found by its own words by whoever sees it, and by nobody else', () =>
    each(async (by, seen) => {
      for (const { id, name } of cases) {
        const { items, total, asOf, loose } = await search(by, `q=${asked(`“关于${name}的建议”`)}`);
        const found = loose ? [] : items.map((item) => item.id);
        expect([by.name, name, found]).toEqual([by.name, name, seen.has(id) ? [id] : []]);
        if (seen.has(id)) expect([total, asOf]).toEqual([1, id]);
        for (const item of items) expect([by.name, seen.has(item.id)]).toEqual([by.name, true]);
      }
    }));

  it.each([`q=${asked('停车')}`, 'sort=oldest', `q=${asked('车')}`])(
    'no hidden case is in the finds of %s, nor in their count',
    (query) =>
      each(async (by, seen) => {
        const { items, total } = await search(by, `${query}&size=100`);
        for (const { id } of items) expect([by.name, seen.has(id)]).toEqual([by.name, true]);
        expect([by.name, total]).toEqual([by.name, seen.size]);
      }),
  );

  it('no hidden case is in a facet', () =>
    each(async (by, seen) => {
      const query = `q=${asked('建议')}`;
      for (const { name, values } of await facets(by, query)) {
        const counted = values.reduce((sum, { count }) => sum + count, 0);
        if (name === 'stage') expect([by.name, counted]).toEqual([by.name, seen.size]);
        for (const { value, count } of values.slice(0, 2)) {
          const narrowed = await search(by, `${query}&${name}=${asked(value)}&size=1`);
          expect([by.name, name, value, narrowed.total]).toEqual([by.name, name, value, count]);
        }
      }
    }));

  it('words of a hidden case change nothing in what another search shows', () =>
    each(async (by, seen) => {
      // 弃稿 is the first member's own. Whoever does not see it must not learn from the parts of a question that it exists.
      const hidden = cases.find(({ name }) => name === '弃稿') as Shown;
      if (seen.has(hidden.id)) return;
      const [known, unknown] = await Promise.all(
        ['停车弃稿', '停车龘靐'].map((words) => search(by, `q=${asked(words)}`)),
      );
      expect(JSON.stringify({ ...known, hint: null })).toBe(JSON.stringify({ ...unknown, hint: null }));
    }));

  it('somebody without a hat finds nothing', async () => {
    expect(await search(people.nobody, 'q=' + asked('建议'))).toMatchObject({
      items: [],
      total: 0,
      asOf: null,
    });
    for (const { values } of await facets(people.nobody, ''))
      expect(values.filter(({ count }) => count > 0)).toEqual([]);
    expect((await app.inject('/api/search?q=1')).statusCode).toBe(401);
    expect((await send(app, people.nobody, 'GET', '/api/me/searches')).status).toBe(200);
  });

  it('index and record agree after all of this', async () => {
    expect(await app.get(IndexChecking).check()).toEqual([]);
  });
});
