import { aBusyOffice, type BusyOffice } from '../api/stages';
import { Crawl, Seen } from '../support/crawl';
import { pageFaults } from '../support/page-judge';
import type { Person } from '../support/people';
import { rareStates } from '../support/rare-states';
import { routesOf } from '../support/routes';
import { inBrowser, Site } from '../support/site';

type By = BusyOffice['world']['by'];

const READERS: Record<string, (by: By) => Person> = {
  'the sponsor': ({ first }) => first,
  'a second sponsor': ({ second }) => second,
  'a sector': ({ sector }) => sector,
  'the committee': ({ clerk }) => clerk,
  'the director': ({ director }) => director,
  'the assigning office': ({ government }) => government,
  'the handler of a unit': ({ transport }) => transport.handler,
  'the leader of a unit': ({ transport }) => transport.leader,
  'the leader of a co-handler': ({ housing }) => housing.leader,
  'a member of the Standing Committee': ({ standing }) => standing,
  'a teller': ({ teller }) => teller,
  'the office': ({ office }) => office,
  'the administrator': ({ administrator }) => administrator,
  'the auditor': ({ auditor }) => auditor,
};

/** Kinds of pages that a crawl of anything but an empty shell comes to. */
const CERTAIN = [
  ...['/', '/inbox', '/proposals', '/proposals/:id', '/search', '/dashboard', '/settings', '/deadlines/:id'],
  ...['/desk/writing', '/desk/examination', '/desk/routing', '/desk/unit', '/desk/publication/:id'],
  ...[
    '/do/proposals',
    '/do/proposals/:id/recommend',
    '/do/assignments/:id/draft-reply',
    '/do/proposals/:id/rate',
  ],
  ...['/evaluations/:id', '/people/units', '/do/units/:id', '/accounts/:id', '/system', '/help/sponsor'],
];
const PUBLIC = [
  '/notices',
  '/notices/:id',
  '/notices/:id/comment',
  '/notices/how',
  '/notices/log',
  '/promises',
];
// On a machine that does much else at once.
const A_WHILE = 480_000;
/** Of one reader, and of all together. */
const [LEAST_SHOWN, LEAST_KINDS] = [15, 150];

inBrowser('Every page of every hat', () => {
  let site: Site;
  let office: BusyOffice;
  const seen = new Seen();
  beforeAll(async () => {
    site = await Site.open();
    office = await aBusyOffice(site.running);
    await rareStates(site.running, office.world);
    await site.givePasswords();
  }, A_WHILE);
  afterAll(() => site?.close());

  it.each(Object.entries(READERS))(
    'is without fault for %s',
    async (_, who) => {
      const screen = await site.screen(who(office.world.by));
      await screen.open('/');
      const { faults, shown } = await new Crawl(screen, seen, ['/', '/settings', '/help']).run();
      await screen.close();
      expect(faults).toEqual([]);
      expect(shown).toBeGreaterThan(LEAST_SHOWN);
    },
    A_WHILE,
  );

  it('has been every page there is', () => {
    expect(CERTAIN.filter((it) => !seen.patterns.includes(it))).toEqual([]);
    const routes = routesOf(site.running).filter(({ method, path }) => method === 'GET' && !isNoPage(path));
    const unseen = routes.map(({ path }) => path).filter((path) => !seen.patterns.some(formOf(path)));
    expect(unseen).toEqual([]);
    expect(seen.patterns.length).toBeGreaterThan(LEAST_KINDS);
  });

  it('is without fault on the sheet of ballots', async () => {
    const screen = await site.screen(office.world.by.clerk);
    const sheet = `/evaluations/${office.ids.evaluations.at(-1)}/ballots`;
    await screen.open('/settings');
    const html = await (await screen.open(sheet))!.text();
    expect(html).toContain('选票');
    expect(await pageFaults(screen, sheet, html)).toEqual([]);
    await screen.close();
  });

  it('is without fault at the door', async () => {
    const screen = await site.screen(null);
    const html = await (await screen.open('/sign-in'))!.text();
    expect(await pageFaults(screen, '/sign-in', html)).toEqual([]);
    await screen.close();
  });

  it(
    'is without fault, script or cookie for whoever is not signed in',
    async () => {
      const [screen, open] = [await site.screen(null), new Seen()];
      await screen.open('/notices');
      const crawl = await new Crawl(screen, open, ['/notices', '/promises'], ['/sign-in'], scripts).run();
      const cookies = await screen.page.context().cookies();
      await screen.close();
      expect(crawl.faults).toEqual([]);
      expect(cookies).toEqual([]);
      expect(PUBLIC.filter((it) => !open.patterns.includes(it))).toEqual([]);
    },
    A_WHILE,
  );
});

/** The API, what a machine reads, files, what is seen after a deed alone, and paper that is linked as a file only. */
const isNoPage = (path: string): boolean =>
  /^\/(api|health|metrics|assets|admin|calendar)\b|\.[a-z]+$|\/files\/:fileId$|\/(thanks|ballots)$/.test(
    path,
  );

/** Whether an address is of this route. */
const formOf = (route: string) => {
  const address = new RegExp(`^${route.replace(/:\w+/g, '[^/]+').replace('*', '.+')}$`);
  return (path: string) => address.test(path);
};

const scripts = (html: string): string[] => (/<script/.test(html) ? ['has a script'] : []);
