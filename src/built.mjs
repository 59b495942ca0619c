import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modified, runNpm } from './installed.mjs';

const SOURCES = ['src', 'config', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];

/** Compiles when there is no build or a source is newer than it; ends the process on failure. */
export function buildWhenStale(root) {
  const newest = Math.max(...SOURCES.map((source) => newestIn(join(root, source))));
  const last = join(root, 'dist', 'src', 'api-description.js'); // what a build writes last
  if (existsSync(last) && modified(last) >= newest) return;
  console.error('正在编译…');
  if (!runNpm(root, ['run', '--silent', 'build'])) process.exit(1);
}

function newestIn(path) {
  if (!statSync(path).isDirectory()) return modified(path);
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  // A folder's own time tells of files removed from it.
  return Math.max(modified(path), ...entries.map((entry) => modified(join(entry.parentPath, entry.name))));
}
