/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { errorFaults } from './error-judge';
import { axeFaults, headFaults, htmlFaults, widthFaults } from './judge';
import type { Screen } from './screen';

// What a projector shows in the hall is about this moment, and nobody works there; or the reader has asked for it.
const ALLOWED: readonly [RegExp, RegExp][] = [
  [/^\/evaluations\/\d+(\/screen|\?watch=true)$/, /^(html|axe) meta-refresh/],
];

const OPENED = 'data-opened';

/** All that is wrong with the page at this address: at first, unfolded, and after its form was sent empty. */
export async function pageFaults(screen: Screen, path: string, html: string): Promise<string[]> {
  const { page, complaints } = screen;
  complaints.length = 0;
  await page.goto(path);
  const faults = [...headFaults(html), ...(await htmlFaults(html)), ...(await standingFaults(page))];
  // The rest of the page has been judged.
  if (await unfold(page))
    faults.push(...(await standingFaults(page, `[${OPENED}]`)).map((it) => `unfolded: ${it}`));
  faults.push(...(await errorFaults(screen)), ...complaints.map((it) => `console: ${it}`));
  return faults.filter((it) => !ALLOWED.some(([where, what]) => where.test(path) && what.test(it)));
}

const standingFaults = async (page: Page, part?: string): Promise<string[]> => [
  ...(await axeFaults(page, part)),
  ...(await widthFaults(page)),
];

/** The menu lies over the page as long as it is open, so it is judged by itself. */
export async function menuFaults({ page }: Screen): Promise<string[]> {
  const menu = page.locator('.frame-user summary');
  if ((await menu.count()) === 0) return [];
  await menu.click();
  const faults = (await axeFaults(page, '.frame-user')).map((it) => `menu: ${it}`);
  await menu.click();
  return faults;
}

/** Chromium keeps what is folded from axe as it does from the reader. */
const unfold = (page: Page): Promise<boolean> =>
  page.locator('details:not([open], .frame-user)').evaluateAll((all, mark) => {
    for (const each of all) for (const name of ['open', mark]) each.setAttribute(name, '');
    return all.length > 0;
  }, OPENED);
