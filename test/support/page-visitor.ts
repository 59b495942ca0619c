import { randomBytes } from 'node:crypto';
import { fingerprint } from '../../src/platform/accounts/secrets';
import { SESSION_COOKIE } from '../../src/platform/accounts/session-cookie';
import { SignIn } from '../../src/platform/accounts/sign-in.entity';
import type { RunningApp } from './harness';
import type { Person } from './people';
import { SeenPage } from './seen-page';

type App = Pick<RunningApp, 'inject' | 'database' | 'clock'>;

/** Filled into a form: a text, several, or null for what is not sent at all (a box that is unticked). */
export type Typed = Readonly<Record<string, string | number | readonly (string | number)[] | null>>;

const HTML = { accept: 'text/html' };
const FIELDS_TYPE = 'application/x-www-form-urlencoded';
const FAR = '2100-01-01T00:00:00.000Z';
const MOST_REDIRECTS = 3;
const LONGEST_IDLE = 45 * 60_000;

/**
 * A person at the pages: a session of their own, no password (proving one is slow), forms sent as they stand on the page
 * with what was typed into them, redirects followed.
 */
export class PageVisitor {
  private cookie = '';
  private since = -Infinity;

  constructor(
    private readonly app: App,
    private readonly person: Pick<Person, 'accountId'>,
  ) {}

  async get(url: string): Promise<SeenPage> {
    const answer = await this.download(url);
    return new SeenPage(url, answer.statusCode, answer.body);
  }

  /** A file as a browser saves it. */
  async download(url: string) {
    return this.app.inject({ url, headers: { ...HTML, cookie: await this.signedIn() } });
  }

  /**
   * Sends the page's form that goes to `action`, with what was typed into it, and gives the page one comes to. Throws
   * for a name the form does not have: nobody could have typed there. `press` is the button's word where there are several.
   */
  async submit(page: SeenPage, action: string, typed: Typed = {}, press?: string): Promise<SeenPage> {
    const form = page.form(action);
    const pressed = press === undefined ? {} : form.presses.get(press);
    if (!pressed) throw new Error(`no button ${press} among ${form.buttons.join(', ')}`);
    const stray = Object.keys(typed).filter((name) => !form.names.has(name) && name !== '_more');
    if (stray.length > 0)
      throw new Error(`no field ${stray.join(', ')} among ${[...form.names].join(', ')} of ${action}`);
    const fields = new Map<string, readonly (string | number)[]>(form.fields);
    for (const [name, value] of Object.entries(typed)) {
      if (value === null) fields.delete(name);
      else fields.set(name, Array.isArray(value) ? (value as string[]) : [value as string]);
    }
    if (pressed.name) fields.set(pressed.name, [pressed.value ?? '']);
    const pairs = [...fields].flatMap(([name, values]) => values.map((value) => [name, String(value)]));
    const payload = new URLSearchParams(pairs).toString();
    return form.method === 'post'
      ? this.post(pressed.action ?? form.action, payload)
      : this.get(`${form.action}?${payload}`);
  }

  /** Fills in and sends the form of a deed that stands on a page of its own. */
  async perform(url: string, typed: Typed = {}): Promise<SeenPage> {
    return this.submit(await this.get(url), url.split('?', 1)[0], typed);
  }

  private async post(url: string, payload: string): Promise<SeenPage> {
    const headers = { ...HTML, cookie: await this.signedIn(), 'content-type': FIELDS_TYPE };
    const answer = await this.app.inject({ method: 'POST', url, headers, payload });
    return this.arrive(url, answer, MOST_REDIRECTS);
  }

  private async arrive(
    url: string,
    answer: Awaited<ReturnType<App['inject']>>,
    left: number,
  ): Promise<SeenPage> {
    const on = answer.headers.location;
    if (answer.statusCode !== 303 || on === undefined)
      return new SeenPage(url, answer.statusCode, answer.body);
    if (left === 0) throw new Error(`led in a circle: ${url}`);
    const headers = { ...HTML, cookie: await this.signedIn() };
    return this.arrive(on, await this.app.inject({ url: on, headers }), left - 1);
  }

  /** A session ends when nobody uses it for an hour: whoever comes back after days signs in again. */
  private async signedIn(): Promise<string> {
    const at = this.app.clock.now();
    const idle = at.getTime() - this.since;
    if (idle >= 0 && idle < LONGEST_IDLE) return this.cookie;
    const now = at.toISOString();
    const token = randomBytes(32).toString('base64url');
    const session = { id: fingerprint(token), createdAt: now, seenAt: now, expiresAt: FAR };
    await this.app.database.transaction((em) =>
      em.insert(SignIn, { ...session, accountId: this.person.accountId }),
    );
    this.cookie = `${SESSION_COOKIE}=${token}`;
    this.since = at.getTime();
    return this.cookie;
  }
}

/** Somebody at the pages. */
export const visit = (app: App, person: Pick<Person, 'accountId'>): PageVisitor =>
  new PageVisitor(app, person);
