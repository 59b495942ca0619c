/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** The longest way to a control of a page that one should have to go. */
const MOST = 90;
const MODIFIERS = { forward: 'Tab', back: 'Shift+Tab' } as const;

/** Somebody without a mouse: sees where the focus is, and goes on from there. */
export class Keyboard {
  /** Where the focus was not to be seen. */
  readonly unseen: string[] = [];

  constructor(private readonly page: Page) {}

  /** Goes from control to control until one has this name (and kind), past all that lie between. */
  async tabTo(
    name: string | RegExp,
    kind = '',
    direction: keyof typeof MODIFIERS = 'forward',
  ): Promise<void> {
    const passed: string[] = [];
    for (let step = 0; step < MOST; step += 1) {
      await this.page.keyboard.press(MODIFIERS[direction]);
      const here = await this.focused();
      const fault = await this.page.evaluate(focusFault);
      if (fault) this.unseen.push(`${here} ${fault} on ${this.page.url()}`);
      if (here.startsWith(kind) && isNamed(here, name)) return;
      passed.push(here);
    }
    throw new Error(`no ${kind} ${name} on ${this.page.url()}, but ${[...new Set(passed)].join(' | ')}`);
  }

  /** Kind and name of what has the focus, as a screen reader says it; empty when nothing has. */
  async focused(): Promise<string> {
    const focus = this.page.locator(':focus');
    if ((await focus.count()) === 0) return '';
    return (await focus.ariaSnapshot()).split('\n')[0].replace(/^- /, '');
  }

  /** Where the focus is among the parts of the page. */
  async isIn(selector: string): Promise<boolean> {
    return (await this.page.locator(`${selector} :focus, ${selector}:focus`).count()) > 0;
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async fill(label: string, text: string): Promise<void> {
    await this.tabTo(label, 'textbox');
    await this.type(text);
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) await this.page.keyboard.press(key);
  }

  /** Follows a link or presses a button. */
  async on(name: string | RegExp, kind: 'link' | 'button' = 'link'): Promise<void> {
    await this.tabTo(name, kind);
    await this.enter();
  }

  /** Presses Enter, and waits for the page that comes. */
  async enter(): Promise<void> {
    const arrival = this.page.waitForEvent('load');
    await this.page.keyboard.press('Enter');
    await arrival;
  }
}

// Hidden words of a button tell which case it is of.
const isNamed = (here: string, name: string | RegExp): boolean =>
  typeof name === 'string' ? here.includes(`"${name}`) : name.test(here);

/** What hides the focus: nothing is drawn around it, it is not on the screen, or under something. */
async function focusFault(): Promise<string | null> {
  const focus = document.activeElement;
  if (!focus || focus === document.body) return null;
  // The browser's own button inside a field for days draws its own ring.
  if (focus.matches('input[type=date]:not(:focus-visible)')) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(focus);
  if (!focus.matches(':focus-visible') || outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
    return 'has nothing around it';
  const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  let over: Element | null = null;
  // The page scrolls to it within the next pictures.
  for (let picture = 0; picture < 60; picture += 1) {
    const { left, top, right, bottom } = focus.getBoundingClientRect();
    over = document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight));
    if (over && (focus.contains(over) || over.contains(focus) || focus.closest('label')?.contains(over)))
      return null;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
  return over ? `is under ${over.outerHTML.slice(0, 80)}` : 'is off the screen';
}
