import { existsSync } from 'node:fs';
import { Body, Controller, Get, Header, HttpCode, Post } from '@nestjs/common';
import { type Browser, chromium, type Page } from 'playwright-core';
import { assetUrl } from '../../../src/platform/pages/assets';
import { TakesPageForm } from '../../../src/platform/web/form';
import { Public } from '../../../src/platform/web/public';
import { type RunningApp, startApp } from '../../support/harness';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['background-networking', 'component-update', 'sync'].map((part) => `--disable-${part}`);
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...QUIET];

const BODY = `
<form id="writing" method="post" action="/script/sent" data-guard data-similar="/script/similar" data-similar-target="hints">
  <input name="method" aria-label="案由"><textarea name="text" data-max="5" aria-label="正文"></textarea>
  <template id="row"><fieldset><legend>第 __n__ 项</legend><input name="rows.__n__.value"></fieldset></template>
  <button type="button" data-add="row" data-rows="1">再加一行</button>
  <button name="way" value="draft">存为草稿</button>
</form>
<div id="hints"></div>
<form><table><thead><tr><th><input type="checkbox" data-select-all></th></tr></thead><tbody>
  <tr><td><input type="checkbox" class="one"></td></tr><tr><td><input type="checkbox" class="two"></td></tr>
</tbody></table><span data-selected></span></form>
<form data-auto action="/script"><select name="stage"><option>全部</option><option>办理</option></select></form>
<details data-menu><summary>菜单</summary><a href="#x">设置</a></details>
<code id="secret">https://tiban/feed</code><button type="button" data-copy="secret">复制</button>
<p id="outside">外面</p>`;

@Public()
@Controller('script')
class ScriptPages {
  static sent: unknown[] = [];

  @Get()
  @Header('content-type', 'text/html; charset=utf-8')
  page() {
    const head = `<title>页</title><link rel="icon" href="${assetUrl('icon.svg')}"><script type="module" src="${assetUrl('tiban.js')}"></script>`;
    return `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${BODY}</body></html>`;
  }

  @Post('similar')
  @TakesPageForm()
  @HttpCode(200)
  @Header('content-type', 'text/html; charset=utf-8')
  similar(@Body() body: Record<string, string>) {
    return `<p>与「${body.text}」相近：第 3 号</p><script>document.title = '!'</script>`;
  }

  @Post('sent')
  @Header('content-type', 'text/html; charset=utf-8')
  @TakesPageForm()
  async sent(@Body() body: unknown) {
    ScriptPages.sent.push(body);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return this.page();
  }
}

const run = existsSync(CHROMIUM) ? describe : describe.skip;
run('The script of the pages, in a browser', () => {
  let app: RunningApp;
  let browser: Browser;
  let url: string;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    app = await startApp({ controllers: [ScriptPages] });
    await app.app.listen(0, '127.0.0.1');
    url = `${await app.app.getUrl()}/script`;
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    page = await (await browser.newContext()).newPage();
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(url);
  });
  afterEach(async () => {
    await page.context().close();
    expect(faults.splice(0)).toEqual([]);
  });

  it('counts what is written', async () => {
    await page.fill('textarea', '提案𠮷');
    expect(await page.textContent('.count')).toBe('已写 3 字，还可写 2 字');
    await page.fill('textarea', '提案办理工作');
    expect(await page.textContent('.count')).toBe('已写 6 字，超出 1 字');
  });

  it('shows what is alike, and runs nothing that comes with it', async () => {
    await page.fill('textarea', '停车');
    await page.waitForSelector('#hints p');
    expect(await page.textContent('#hints p')).toBe('与「停车」相近：第 3 号');
    expect(await page.title()).toBe('页');
  });

  it('sends once, with the button that was pressed', async () => {
    ScriptPages.sent = [];
    await page.fill('[name=method]', 'x');
    const said = await page.evaluate(`(async (button) => {
      button.click();
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [button.textContent, button.ariaBusy, button.disabled];
    })(document.querySelector('[value=draft]'))`);
    expect(said).toEqual(['正在提交…', 'true', true]);
    await page.waitForURL('**/sent');
    expect(ScriptPages.sent).toEqual([{ method: 'x', text: '', way: 'draft' }]);
  });

  it.each([
    ['asks before what was typed is lost', '某事', 1],
    ['lets go where nothing was', '', 0],
  ])('%s', async (_, text, asked) => {
    await page.fill('[name=method]', text);
    let dialogs = 0;
    page.on('dialog', (dialog) => {
      dialogs += 1;
      void dialog.accept();
    });
    await page.goto(`${url}?elsewhere`);
    expect(dialogs).toBe(asked);
  });

  it('ticks all rows and says how many', async () => {
    await page.check('[data-select-all]');
    expect(await page.textContent('[data-selected]')).toBe('已选 2 件');
    await page.uncheck('.one');
    expect(await page.textContent('[data-selected]')).toBe('已选 1 件');
    expect(await page.evaluate('document.querySelector("[data-select-all]").indeterminate')).toBe(true);
  });

  it('filters as soon as something is chosen', async () => {
    await page.selectOption('select', '办理');
    await page.waitForURL('**/script?stage=*');
  });

  it('adds a row of its own number, ready to be filled in', async () => {
    await page.click('[data-add]');
    await page.click('[data-add]');
    const names = await page
      .locator('fieldset input')
      .evaluateAll((inputs) => inputs.map((each) => each.getAttribute('name')));
    expect(names).toEqual(['rows.1.value', 'rows.2.value']);
    expect(await page.locator('legend').allTextContents()).toEqual(['第 2 项', '第 3 项']);
    expect(await page.evaluate('document.activeElement.name')).toBe('rows.2.value');
  });

  it('closes menus by Escape and by a click elsewhere', async () => {
    const isOpen = () => page.evaluate('document.querySelector("details").open');
    for (const close of [() => page.keyboard.press('Escape'), () => page.click('#outside')]) {
      await page.click('summary');
      expect(await isOpen()).toBe(true);
      await close();
      expect(await isOpen()).toBe(false);
    }
  });

  it('copies, or selects where nothing can be copied', async () => {
    await page.click('[data-copy]');
    await page.waitForFunction(() => /^已/.test(document.querySelector('[data-copy]')?.textContent ?? ''));
  });
});
