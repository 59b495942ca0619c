import { join } from 'node:path';
import type { Locator, Page, Response } from 'playwright-core';

const SCREENSHOTS = join(__dirname, '../../.cache/screenshots');

/** Somebody at a screen: sees what the browser shows, and does what a person can do there. */
export class Screen {
  /** What the browser complained of. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    private readonly account: { username: string; password: string } | null,
  ) {
    page.setDefaultTimeout(10_000);
    page.on('console', (message) => {
      if (message.type() === 'error' && !isOwnStatus(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  /** Types an address; whoever is not signed in comes through the door first. */
  async open(path: string): Promise<Response | null> {
    const answer = await this.page.goto(path);
    if (!this.account || !this.page.url().includes('/sign-in')) return answer;
    return this.signIn();
  }

  private async signIn(): Promise<Response | null> {
    const { username, password } = this.account!;
    await this.fill('用户名', username);
    await this.fill('密码', password);
    const arrived = this.page.waitForResponse((each) => each.request().isNavigationRequest() && each.ok());
    await this.press('登录');
    return arrived;
  }

  /** Presses a button. */
  async press(name: string | RegExp): Promise<void> {
    await this.on(this.page.getByRole('button', { name, exact: true }), (button) => button.click());
    await this.page.waitForLoadState();
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.on(this.page.getByRole('link', { name, exact: true }), (link) => link.click());
    await this.page.waitForLoadState();
  }

  /** Opens what is folded behind these words. */
  async unfold(words: string): Promise<void> {
    await this.on(this.page.locator('summary', { hasText: words }), (summary) => summary.click());
  }

  async fill(label: string, text: string): Promise<void> {
    await this.on(this.page.getByLabel(named(label)), (field) => field.fill(text));
  }

  /** Ticks a box or a circle. */
  async tick(label: string | RegExp): Promise<void> {
    await this.on(this.page.getByLabel(named(label)), (box) => box.check());
  }

  async choose(label: string, option: string): Promise<void> {
    await this.on(this.page.getByLabel(named(label)), (list) => list.selectOption({ label: option }));
  }

  /** Does it to the first that is there; when nothing is, the failure tells what the page has instead. */
  private async on(found: Locator, deed: (it: Locator) => Promise<unknown>): Promise<void> {
    try {
      await deed(found.first());
    } catch (error) {
      const shown = await this.page.locator('body').ariaSnapshot();
      throw new Error(`${(error as Error).message}\non ${this.page.url()}:\n${shown}`, { cause: error });
    }
  }

  get heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  get text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  /** Keeps what is on the screen, to be looked at by whoever ran the specs. */
  async keep(name: string): Promise<void> {
    // What sticks to the top would be drawn where the page was left.
    await this.page.evaluate('scrollTo(0, 0)');
    await this.page.screenshot({ path: join(SCREENSHOTS, `${name}.png`), fullPage: true });
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

// What may stay empty says so after its name.
const named = (label: string | RegExp): RegExp =>
  typeof label === 'string' ? new RegExp(`^\\s*${label}(（[^（）]*）)?\\s*$`) : label;

// A page that answers 4xx with what to do is no fault, though Chromium writes it to its console.
const isOwnStatus = (text: string): boolean => /status of 4\d\d/.test(text);
