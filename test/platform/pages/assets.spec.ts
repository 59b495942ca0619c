import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type AssetName, assetUrl } from '../../../src/platform/pages/assets';
import { type RunningApp, startApp } from '../../support/harness';

const TYPES: Record<AssetName, string> = {
  'tiban.css': 'text/css; charset=utf-8',
  'tiban.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};
const NAMES = Object.keys(TYPES) as AssetName[];
const KILOBYTE = 1024;

describe('The assets of the pages', () => {
  let app: RunningApp;
  beforeAll(async () => {
    if (assetUrl('tiban.css') === '/assets/tiban.css')
      throw new Error('There is no build: run `npm run build`, or all specs with `npm test`.');
    app = await startApp();
  });
  afterAll(() => app.close());

  const get = (url: string, encoding = 'identity') =>
    app.inject({ url, headers: { 'accept-encoding': encoding } });
  const textOf = async (name: AssetName) => (await get(assetUrl(name))).body;

  it.each(NAMES)('are open to everybody, and kept for ever: %s', async (name) => {
    const { statusCode, headers } = await get(assetUrl(name));
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': TYPES[name],
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each(NAMES)('are named after their content: %s', async (name) => {
    const hash = createHash('sha256')
      .update(await textOf(name))
      .digest('hex');
    expect(assetUrl(name)).toBe(`/assets/${name.replace('.', `.${hash.slice(0, 12)}.`)}`);
  });

  it.each(NAMES)('are compressed for whoever takes it: %s', async (name) => {
    const plain = (await get(assetUrl(name))).rawPayload;
    const br = await get(assetUrl(name), 'gzip, deflate, br');
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.rawPayload)).toEqual(plain);
    const gzip = await get(assetUrl(name), 'gzip, br;q=0');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain);
  });

  it.each([
    ['no such name', '/assets/nothing.css'],
    ['a name without its hash', '/assets/tiban.css'],
    ['an old hash', '/assets/tiban.0123456789ab.css'],
    ['the list of them', '/assets/manifest.json'],
    ['a folder', '/assets/'],
    ['the way up', '/assets/..%2fsrc%2fmain.js'],
    ['the way up, written twice over', '/assets/%2e%2e%2f%2e%2e%2fpackage.json'],
    ['the way up by backslash', '/assets/..%5cpackage.json'],
    ['an absolute path', '/assets/%2fetc%2fpasswd'],
    ['what every object has', '/assets/constructor'],
  ])('are all there is: %s', async (_, url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.headers['cache-control'] ?? '').not.toContain('immutable');
  });

  it('send nobody to another host', async () => {
    const everything = (await Promise.all(NAMES.map(textOf))).join('\n');
    const addresses = everything.match(/(https?:)?\/\/[\w.-]+/g) ?? [];
    const harmless = ['http://www.w3.org', 'https://tabler.io', 'https://github.com']; // name space, licence
    expect(addresses.filter((address) => !harmless.includes(address))).toEqual([]);
    expect(everything).not.toMatch(/@import|sourceMappingURL/);
  });

  it('weigh little', async () => {
    const weight = async (name: AssetName) => (await get(assetUrl(name), 'br')).rawPayload.length;
    expect(await weight('tiban.css')).toBeLessThan(40 * KILOBYTE);
    expect(await weight('tiban.js')).toBeLessThan(6 * KILOBYTE);
  });

  it('turn dark with the system, and never on paper', async () => {
    const css = await textOf('tiban.css');
    expect(css).toContain('@media screen and (prefers-color-scheme:dark)');
    expect(css.match(/\([^()]*prefers-color-scheme[^()]*\)/g)?.length).toBe(
      css.match(/screen and \(prefers-color-scheme: ?dark\)/g)?.length,
    );
    expect(css).not.toMatch(/light-dark\(|data-(bs-)?theme/);
  });

  it('keep of Tabler what pages put together, and nothing they never use', async () => {
    const css = await textOf('tiban.css');
    for (const kept of ['.btn-primary', '.form-control', '.bg-red-lt', '.visually-hidden'])
      expect(css).toContain(kept);
    for (const dropped of ['.carousel', '.offcanvas', '.flag-country']) expect(css).not.toContain(dropped);
  });
});
