import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { Account } from '../../src/platform/accounts/account.entity';
import { hashOf } from '../../src/platform/accounts/passwords';
import { chromiumPath, startChromium } from './chromium';
import { type RunningApp, startApp, type StartOptions } from './harness';
import type { Person } from './people';
import { Screen } from './screen';

/** What everybody's password is who comes in through the page. */
export const PASSWORD = 'three blind mice';

/** The application as a server on loopback, and a browser that visits it. */
export class Site {
  private constructor(
    readonly running: RunningApp,
    readonly origin: string,
    private readonly browser: Browser,
  ) {}

  static async open(options: StartOptions = {}): Promise<Site> {
    const [running, browser] = [await startApp(options), await startChromium()];
    await running.app.listen(0, '127.0.0.1');
    const { port } = running.app.getHttpServer().address() as { port: number };
    return new Site(running, `http://127.0.0.1:${port}`, browser);
  }

  /** A browser profile of its own: no cookies, nothing remembered. */
  context(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.browser.newContext({ baseURL: this.origin, locale: 'zh-CN', ...options });
  }

  /** Somebody at a screen of their own; not signed in yet. */
  async screen(person: Pick<Person, 'username'> | null, options?: BrowserContextOptions): Promise<Screen> {
    const context = await this.context(options);
    return new Screen(await context.newPage(), person && { username: person.username, password: PASSWORD });
  }

  /** Gives all accounts their password: hashing it once for each would take a while. */
  async givePasswords(): Promise<void> {
    const passwordHash = await hashOf(PASSWORD);
    await this.running.database.transaction((em) =>
      em.createQueryBuilder().update(Account).set({ passwordHash, mustChangePassword: false }).execute(),
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.running.close();
  }
}

/** Specs in a real browser; without one on the machine they are skipped, which the beginning of the run has said. */
export const inBrowser: typeof describe = chromiumPath() ? describe : describe.skip;
