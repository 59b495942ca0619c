import type { BrowserContext, Page, Response } from 'playwright-core';

/** What one visit moved, headers included; what the browser had kept moves nothing. */
export interface Weight {
  bytes: number;
  /** Of other hosts than the page's own. */
  strangers: string[];
  answer: Response;
}

/** Opens the page and counts, until nothing more comes, what goes over the line. */
export async function weigh(page: Page, path: string): Promise<Weight> {
  // Not a reload, which would ask for everything again.
  await page.goto('about:blank');
  const line = await page.context().newCDPSession(page);
  const [asked, got]: [string[], number[]] = [[], []];
  line.on('Network.requestWillBeSent', ({ request }) => asked.push(request.url));
  line.on('Network.loadingFinished', ({ encodedDataLength }) => got.push(encodedDataLength));
  await line.send('Network.enable');
  const answer = (await page.goto(path, { waitUntil: 'networkidle' })) as Response;
  await line.detach();
  const { origin } = new URL(answer.url());
  return {
    bytes: got.reduce((sum, each) => sum + each, 0),
    strangers: asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:')),
    answer,
  };
}

/** The first and the second visit of somebody whose browser has kept nothing. */
export async function twoVisits(context: BrowserContext, path: string): Promise<[Weight, Weight]> {
  const page = await context.newPage();
  return [await weigh(page, path), await weigh(page, path)];
}
