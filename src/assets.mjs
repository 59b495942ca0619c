// A step of a build: the stylesheet, the script and the icon of the pages, each under a name with the hash of its content
// so that browsers may keep it for ever, each compressed once here instead of at every request.
import { minify } from '@swc/core';
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { stylesheet } from './stylesheet.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = join(root, 'src', 'assets');
const folder = process.argv[2] ?? join(root, 'dist', 'assets');

const assets = {
  'tiban.css': await stylesheet(root),
  'tiban.js': await script(),
  'icon.svg': readFileSync(join(sources, 'icon.svg'), 'utf8'),
};

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const names = Object.entries(assets).map(([name, text]) => [name, write(name, text)]);
writeFileSync(join(folder, 'manifest.json'), JSON.stringify(Object.fromEntries(names)));

/** All modules as one, each in a block of its own: they share nothing, and one file is one request. */
async function script() {
  const files = readdirSync(sources).filter((name) => name.endsWith('.js'));
  const blocks = files.map((name) => `{\n${readFileSync(join(sources, name), 'utf8')}\n}`);
  const { code } = await minify(blocks.join('\n'), { module: true, compress: true, mangle: true });
  return code;
}

function write(name, text) {
  const ending = extname(name);
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  const hashed = `${name.slice(0, -ending.length)}.${hash}${ending}`;
  const path = join(folder, hashed);
  writeFileSync(path, text);
  writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) };
  writeFileSync(`${path}.br`, brotliCompressSync(text, { params }));
  return hashed;
}
