import type { APIResponse } from 'playwright-core';
import { menuFaults, pageFaults } from './page-judge';
import type { Screen } from './screen';

/** How many addresses of one pattern are asked for, by each reader: all that are seen would be the same page many times. */
const EACH = 3;
const EACH_QUERY = 1;
// No two of these stand where the same papers and deeds are linked.
const ALL_OF = ['/proposals/:id', '/evaluations/:id'];
const NEVER = ['/assets/'];

/** What was seen by now, whoever read it: a page is judged again only where it shows something of a new kind. */
export class Seen {
  private readonly kinds = new Map<string, Set<string>>();

  /** Of every page that was judged: `/proposals/:id`. */
  get patterns(): string[] {
    return [...this.kinds.keys()];
  }

  /** Whether the page has elements that no page of its pattern had before. */
  isNew(pattern: string, html: string): boolean {
    const known = this.kinds.get(pattern) ?? new Set();
    const before = known.size;
    for (const kind of kindsIn(html)) known.add(kind);
    this.kinds.set(pattern, known);
    return known.size > before;
  }
}

/** Follows every link a reader is shown, beginning at these addresses, and writes down what is wrong: `page – fault`. */
export class Crawl {
  readonly faults: string[] = [];
  /** How many pages were shown, judged anew or not. */
  shown = 0;
  private readonly waiting: { path: string; from: string }[];
  private hasMenu = false;
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly screen: Screen,
    private readonly seen: Seen,
    starts: readonly string[],
    /** Addresses that are not followed, by how they begin. */
    private readonly never: readonly string[] = [],
    /** What else has to be said of every page as it was sent. */
    private readonly more: (html: string) => string[] = () => [],
  ) {
    this.waiting = starts.map((path) => ({ path, from: 'start' }));
    const { origin } = new URL(screen.page.url());
    screen.page.on('request', (request) => {
      if (!request.url().startsWith(origin)) this.faults.push(`asks another host: ${request.url()}`);
    });
    // Without its stylesheet a page is not what its readers see, and nothing said of it would hold.
    screen.page.on('response', (answer) => {
      if (answer.url().includes('/assets/') && answer.status() >= 400)
        this.faults.push(`lacks ${answer.url()}`);
    });
  }

  async run(): Promise<this> {
    for (let next = this.waiting.shift(); next; next = this.waiting.shift())
      if (this.isAsked(next.path)) await this.visit(next.path, patternOf(next.path), next.from);
    return this;
  }

  /** Lists can be filtered and sorted in thousands of ways: one address for each new thing that is asked for. */
  private isAsked(path: string): boolean {
    const { pathname, searchParams } = new URL(path, 'http://site');
    const names = [...searchParams.keys()].filter((name) => name !== 'back');
    const most = names.length > 0 ? EACH_QUERY : ALL_OF.includes(patternOf(pathname)) ? Infinity : EACH;
    const keys = (names.length > 0 ? names : ['']).map((name) => `${patternOf(pathname)} ${name}`);
    const fresh = keys.some((key) => (this.asked.get(key) ?? 0) < most) && !this.asked.has(path);
    if (fresh) for (const key of [path, ...keys]) this.asked.set(key, (this.asked.get(key) ?? 0) + 1);
    return fresh;
  }

  private async visit(path: string, pattern: string, from: string): Promise<void> {
    const answer = await this.screen.page.request.get(path, { maxRedirects: 3 });
    if (answer.status() !== 200) {
      this.faults.push(`${path} – answers ${answer.status()}, linked from ${from}`);
      return;
    }
    if (!isPage(answer)) return;
    this.shown++;
    const html = await answer.text();
    this.follow(html, path);
    if (!this.seen.isNew(pattern, html)) return;
    const found = await this.judge(path, html).catch((error: Error) => [`broke: ${error.message}`]);
    this.faults.push(...found.map((fault) => `${path} – ${fault}`));
  }

  private async judge(path: string, html: string): Promise<string[]> {
    const faults = [...this.more(html), ...(await pageFaults(this.screen, path, html))];
    if (!this.hasMenu) faults.push(...(await menuFaults(this.screen)));
    this.hasMenu = true;
    return faults;
  }

  private follow(html: string, from: string): void {
    for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
      const { origin, pathname, search } = new URL(href.replaceAll('&amp;', '&'), `http://site${from}`);
      if (origin === 'http://site' && ![...NEVER, ...this.never].some((it) => pathname.startsWith(it)))
        this.waiting.push({ path: pathname + search, from });
    }
  }
}

const isPage = (answer: APIResponse): boolean =>
  (answer.headers()['content-type'] ?? '').startsWith('text/html');

/** Numbers differ between pages of one kind, and what is asked of a list. */
const patternOf = (path: string): string => path.split('?', 1)[0].replace(/\/\d+(?=\/|$)/g, '/:id');

/** Elements by what makes them look and work as they do. */
function kindsIn(html: string): Set<string> {
  const kinds = new Set<string>();
  for (const [, name, attributes] of html.matchAll(/<([a-z][a-z0-9]*)((?:\s[^>]*)?)>/g)) {
    const marks = ['class', 'type', 'role', 'http-equiv'].map(
      (it) => new RegExp(`\\s${it}="([^"]*)"`).exec(attributes)?.[1],
    );
    kinds.add([name, ...marks].join('|'));
  }
  return kinds;
}
