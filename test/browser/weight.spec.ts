/// <reference lib="dom" />
import type { BrowserContext } from 'playwright-core';
import { aBusyOffice, type BusyOffice } from '../api/stages';
import { inBrowser, Site } from '../support/site';
import * as comments from '../support/steps/comments';
import * as publication from '../support/steps/publication';
import { submitProposal } from '../support/steps/submission';
import { twoVisits, weigh } from '../support/weight';

const [FIRST, SECOND] = [150_000, 25_000];
const ROWS = 50;

inBrowser('What a page weighs', () => {
  let site: Site;
  let office: BusyOffice;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  let published: number;
  let notice: number;
  beforeAll(async () => {
    site = await Site.open();
    const { running } = site;
    office = await aBusyOffice(running);
    for (let number = 1; number <= ROWS; number++)
      await submitProposal(running, office.world, { subject: `关于改造第${number}处老旧小区停车场的建议` });
    published = (await publication.aPublishableCase(running, office.world)).id;
    notice = await publication.aNotice(running, office.world, [{ proposalId: published }]);
    await comments.comment(running, office.world, notice);
    await site.givePasswords();
    const screen = await site.screen(office.world.by.clerk);
    await screen.open('/settings');
    signedIn = await screen.page.context().storageState();
    await screen.close();
  });
  afterAll(() => site?.close());

  /** A browser that has kept nothing but that somebody is signed in. */
  const freshBrowser = () => site.context({ storageState: signedIn });

  const desks: [string, () => string, string][] = [
    ['the list of fifty', () => `/proposals?size=${ROWS}`, '提案'],
    ['what is to do', () => '/', '我的待办'],
    ['a case', () => `/proposals/${published}`, '关于'],
    ['the statistics', () => '/dashboard', '统计'],
  ];

  it.each(desks)('is little at the first visit of %s, and less at the second', async (_, path, heading) => {
    const context = await freshBrowser();
    const [first, second] = await twoVisits(context, path());
    expect([first.answer.status(), second.answer.status()]).toEqual([200, 200]);
    expect(await context.pages()[0].locator('h1').innerText()).toContain(heading);
    expect(first.bytes).toBeLessThan(FIRST);
    expect(second.bytes).toBeLessThan(SECOND);
    // Nothing was kept before the first, and the second has been a visit too.
    expect(first.bytes).toBeGreaterThan(second.bytes + 10_000);
    expect(second.bytes).toBeGreaterThan(1_000);
    expect([...first.strangers, ...second.strangers]).toEqual([]);
    await context.close();
  });

  it('has fifty rows in the list that is weighed', async () => {
    const context = await freshBrowser();
    const page = await context.newPage();
    await page.goto(`/proposals?size=${ROWS}`);
    expect(await page.locator('main table tbody tr').count()).toBe(ROWS);
    await context.close();
  });

  it.each(desks)(
    'comes with a policy that lets nothing in from elsewhere or from within: %s',
    async (_, path) => {
      const context = await freshBrowser();
      const { answer } = await weigh(await context.newPage(), path());
      const policy = (await answer.allHeaders())['content-security-policy'];
      expect(policy).toMatch(/default-src 'self'.*script-src 'self'(;|$)/);
      expect(policy).not.toMatch(/unsafe-|https?:|\*/);
      await context.close();
    },
  );

  const open: [string, () => string][] = [
    ['the notices', () => '/notices'],
    ['a notice', () => `/notices/${notice}`],
    ['the form for comments', () => `/notices/${notice}/comment`],
    ['the thanks for one', () => `/notices/${notice}/comment/thanks`],
    ['the promises', () => '/promises'],
    ['how a proposal travels', () => '/notices/how'],
    ['what was taken down', () => '/notices/log'],
  ];

  it.each(open)('is little, without cookie and script, for whoever reads %s', async (_, path) => {
    const context = await site.context();
    const page = await context.newPage();
    const { answer, bytes, strangers } = await weigh(page, path());
    expect(answer.status()).toBe(200);
    expect(bytes).toBeLessThan(FIRST);
    expect(strangers).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    expect((await answer.allHeaders())['set-cookie']).toBeUndefined();
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await context.close();
  });
});
