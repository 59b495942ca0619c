import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Seen from the built program, and from the sources that specs run.
const FOLDERS = ['../../../assets', '../../../dist/assets'].map((folder) => join(__dirname, folder));

export type AssetName = 'tiban.css' | 'tiban.js' | 'icon.svg';

export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

const folder = FOLDERS.find((each) => existsSync(join(each, 'manifest.json')));
const manifest: Partial<Record<string, string>> = folder
  ? (JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>)
  : {};
const served = new Set(Object.values(manifest));
const kept = new Map<string, Asset>();

/** Where a page finds its stylesheet, script or icon. The name has the hash of the content; before a build it has none. */
export const assetUrl = (name: AssetName): string => `/assets/${manifest[name] ?? name}`;

/** A built file by the name it is served under; only what the build lists is looked for on the disk. */
export function assetOf(name: string): Asset | undefined {
  if (!folder || !served.has(name)) return undefined;
  const asset = kept.get(name) ?? readAsset(join(folder, name));
  kept.set(name, asset);
  return asset;
}

function readAsset(path: string): Asset {
  const [plain, br, gzip] = ['', '.br', '.gz'].map((ending) => readFileSync(path + ending));
  return { type: TYPES[path.split('.').at(-1) as string], plain, br, gzip };
}
