import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FileStore } from '../../../src/platform/files/file-store';
import { environmentOf } from '../../support/databases';

const TEXT = Buffer.from('提案附件的内容');
const HASH = createHash('sha256').update(TEXT).digest('hex');

describe('The store of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tiban-files-'));
  const store = new FileStore(environmentOf(folder));
  const place = join(folder, 'files', HASH.slice(0, 2), HASH.slice(2));
  const incoming = () => readdirSync(join(folder, 'files', 'incoming'));

  afterAll(() => rmSync(folder, { recursive: true }));

  it("receives a file aside, and keeps it under its content's hash, for nobody to run", async () => {
    const received = await store.receive(Readable.from([TEXT.subarray(0, 5), TEXT.subarray(5)]));
    expect(received).toMatchObject({ size: TEXT.length, hash: HASH });
    expect(incoming()).toHaveLength(1);
    await store.keep(received);
    expect(incoming()).toEqual([]);
    expect(readFileSync(place)).toEqual(TEXT);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(await buffer(await store.read(HASH))).toEqual(TEXT);
  });

  it('keeps one content once', async () => {
    const twins = await Promise.all([
      store.receive(Readable.from([TEXT])),
      store.receive(Readable.from([TEXT])),
    ]);
    await Promise.all(twins.map((twin) => store.keep(twin)));
    expect(readdirSync(join(folder, 'files', HASH.slice(0, 2)))).toEqual([HASH.slice(2)]);
  });

  it('leaves nothing of what broke off', async () => {
    const broken = Readable.from(
      (function* () {
        yield TEXT;
        throw new Error('the line is dead');
      })(),
    );
    await expect(store.receive(broken)).rejects.toThrow('the line is dead');
    expect(incoming()).toEqual([]);
  });

  it('drops what nobody wants, but never what was kept', async () => {
    const unwanted = await store.receive(Readable.from([Buffer.from('不要')]));
    await store.discard(unwanted);
    expect(incoming()).toEqual([]);
    const kept = await store.receive(Readable.from([TEXT]));
    await store.keep(kept);
    await store.discard(kept);
    expect(readFileSync(place)).toEqual(TEXT);
  });

  it('says at once when the disk has lost a file', async () => {
    await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
