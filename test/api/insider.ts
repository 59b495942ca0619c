import { Accounts } from '../../src/platform/accounts/accounts.service';
import { Browser } from '../support/browser';
import type { RunningApp } from '../support/harness';

const PASSWORD = 'three blind mice';
const HATS = ['administrator', 'committee', 'director', 'office', 'teller'].map((hat) => ({ hat }));

/** Somebody at a browser whom every guard lets through, so that what is sent is all that can be refused. */
export async function anInsider(app: RunningApp): Promise<Record<string, string>> {
  const account = { username: 'insider', displayName: '内部人', password: PASSWORD, mustChange: false };
  await app.get(Accounts).create({ ...account, hats: HATS });
  const browser = new Browser(app);
  await browser.signIn('insider', PASSWORD);
  return { cookie: browser.cookie, 'x-csrf-token': browser.csrfToken };
}
