// What `npm start` runs: needs nothing but Node, makes the rest, then serves in this very process.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installWhatIsMissing, modified, runNpm } from './installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = (path) => join(root, 'dist', path);
const load = (path) => import(pathToFileURL(built(path)).href);

process.chdir(root);
installWhatIsMissing(root);
buildWhenStale();
await loadDemonstrationOnFirstStart();
await load('src/main.js');

function buildWhenStale() {
  const sources = ['src', 'config', 'migrations', 'tsconfig.json', 'nest-cli.json', 'package-lock.json'];
  const newest = Math.max(...sources.map((source) => newestIn(join(root, source))));
  const main = built('src/main.js');
  if (existsSync(main) && modified(main) >= newest) return;
  console.error('正在编译…');
  if (!runNpm(root, ['run', '--silent', 'build'])) process.exit(1);
}

function newestIn(path) {
  // A folder's own time tells of files removed from it.
  const entries = existsSync(path) ? readdirSync(path, { withFileTypes: true, recursive: true }) : [];
  return Math.max(
    modified(path),
    ...entries.map((entry) => modified(join(entry.parentPath ?? entry.path, entry.name))),
  );
}

async function loadDemonstrationOnFirstStart() {
  const { COMMANDS } = await load('src/cli.js');
  const { readEnvironment } = await load('config/environment.js');
  const { SQLITE_FILE } = await load('config/database.js');
  const environment = settings(readEnvironment);
  const isFirst = !environment.databaseUrl && !existsSync(join(environment.dataDir, SQLITE_FILE));
  if (environment.mode === 'production' || !isFirst || !COMMANDS.demo) return;
  const { status } = spawnSync(process.execPath, [built('src/cli.js'), 'demo'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

function settings(readEnvironment) {
  try {
    return readEnvironment();
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
}
