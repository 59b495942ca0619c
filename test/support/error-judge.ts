/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { axeFaults } from './judge';
import type { Screen } from './screen';

const FORM = 'main form.deed-form, main form[data-guard], main form.ballot-form';

/**
 * Sends the page's form with nothing in it, and judges the page that says so. A form that needs nothing is left alone:
 * pressing its button would do what it is for.
 */
export async function errorFaults(screen: Screen): Promise<string[]> {
  const { page } = screen;
  const form = await emptyForm(page);
  if (!form) return [];
  // Buttons that want more rows come first and send nothing; the one that Enter presses is not seen.
  const button = form.locator('button[type=submit]:not([formnovalidate]):visible').first();
  const [answer] = await Promise.all([
    page.waitForResponse((each) => each.request().isNavigationRequest()),
    button.click({ timeout: 5_000 }),
  ]);
  const status = answer.status();
  await page.waitForLoadState();
  if (status < 400) return [`an empty form is answered ${status}`];
  const faults = (await axeFaults(page, 'main')).map((fault) => `after an error: ${fault}`);
  if (!(await page.title()).startsWith('错误：')) faults.push('after an error: the title does not say so');
  if (!(await page.evaluate(isSummaryFocused))) faults.push('after an error: the summary has no focus');
  return faults;
}

/** The first form of the page that must not be empty, emptied. */
async function emptyForm(page: Page): Promise<Locator | undefined> {
  for (const form of await page.locator(FORM).all()) if (await form.evaluate(emptied)) return form;
  return undefined;
}

/** Empties a form with something that must not be empty, and lets the browser send it; false of any other. */
function emptied(form: Element): boolean {
  const texts = [...form.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
    ({ type, readOnly }) => !['hidden', 'checkbox', 'radio', 'file', 'submit'].includes(type) && !readOnly,
  );
  // A row that nobody fills in is left out, whatever it would need.
  const single = texts.filter((text) => !text.closest('.form-row'));
  if (!single.some((text) => text.required || text.ariaRequired === 'true')) return false;
  for (const text of texts) text.value = '';
  (form as HTMLFormElement).noValidate = true;
  return true;
}

function isSummaryFocused(): boolean {
  const focused = document.activeElement;
  return !!focused?.closest('.error-summary, .reasons');
}
