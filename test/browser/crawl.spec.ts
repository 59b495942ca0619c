import type { Browser } from 'playwright-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromiumPath, startChromium } from '../support/chromium';
import { Crawl, Seen } from '../support/crawl';
import { Screen } from '../support/screen';

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>页</title></head><body>${body}</body></html>`;
const main = (body: string) => page(`<main><h1>页</h1>${body}</main>`);
const form = (field: string) =>
  `<form class="deed-form" method="post" action="/sent">${field}<button type="submit">发送</button></form>`;
const NAMED = '<label for="n">名</label> <input type="text" id="n" name="n" required>';

/** Pages with one fault each, and what has to be said of it. */
const FAULTY: Record<string, [string, RegExp]> = {
  '/unnamed': [main('<input type="text" name="n">'), /axe label/],
  '/pale': [main('<p><font color="#eeeeee">几乎看不见</font></p>'), /axe color-contrast/],
  '/folded': [main('<details><summary>更多</summary><input type="text"></details>'), /unfolded: axe label/],
  '/wide': [main('<svg width="900" height="9" role="img" aria-label="宽"></svg>'), /scrolls sideways at 360/],
  '/invalid': [main('<p><div>段</div></p>'), /html /],
  '/headless': [page('<main><p>没有标题</p></main>'), /0 h1/],
  '/inline': [main('<p style="color: red">红</p>'), /inline script or style/],
  '/broken': [main('<script src="/broken.js"></script>'), /console: .*ReferenceError/],
  '/bare': [main('<img src="/assets/none.png" alt="">'), /lacks .*none\.png/],
  '/elsewhere': [
    main('<img src="http://127.0.0.2:9/x.png" alt="">'),
    /asks another host: http:\/\/127\.0\.0\.2/,
  ],
  '/taken': [main(form(NAMED)), /an empty form is answered 200/],
};
const LINKS = [...Object.keys(FAULTY), '/missing']
  .map((path) => `<a href="${path}">${path}</a>`)
  .join('<br>');
const PAGES: Record<string, string> = {
  ...Object.fromEntries(Object.entries(FAULTY).map(([path, [html]]) => [path, html])),
  ...{ '/': main(LINKS), '/sent': main(''), '/sound': main('<a href="/sound?x=1">自己</a>') },
  '/broken.js': 'nothing();',
};

(chromiumPath() ? describe : describe.skip)('The crawl itself', () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = createServer(({ url = '' }, answer) => {
      const text = PAGES[url.split('?')[0]];
      const type = url.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8';
      answer.writeHead(text === undefined ? 404 : 200, { 'content-type': type }).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await startChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const crawl = async (start: string) => {
    const baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const context = await browser.newContext({ baseURL });
    const screen = new Screen(await context.newPage(), null);
    await screen.open(start);
    const seen = new Seen();
    const result = await new Crawl(screen, seen, [start]).run();
    await screen.close();
    return { ...result, patterns: seen.patterns };
  };

  it('finds every fault there is behind a link', async () => {
    const { faults, patterns } = await crawl('/');
    expect(patterns).toEqual(expect.arrayContaining(Object.keys(FAULTY)));
    // Requests that a page makes are known by their own address.
    const of = (path: string) => faults.filter((it) => it.startsWith(`${path} –`) || !it.startsWith('/'));
    for (const [path, [, words]] of Object.entries(FAULTY))
      expect([path, of(path).some((it) => words.test(it))]).toEqual([path, true]);
    expect(faults).toContain('/missing – answers 404, linked from /');
  });

  it('finds nothing where nothing is wrong', async () => {
    const { faults, shown } = await crawl('/sound');
    expect([faults, shown]).toEqual([[], 2]);
  });
});
