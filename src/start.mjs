// What `npm start` runs: needs nothing but Node, makes the rest, then serves in this very process.
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildWhenStale } from './built.mjs';
import { installWhatIsMissing } from './installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = (path) => join(root, 'dist', path);
const load = (path) => import(pathToFileURL(built(path)).href);

process.chdir(root);
installWhatIsMissing(root);
buildWhenStale(root);
await loadDemonstrationOnFirstStart();
stopWithNpm();
await load('src/main.js');

// npm passes a signal on to its shell alone; the shell ends, and this process would serve on unseen.
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.kill(process.pid, 'SIGTERM'), 500).unref();
}

async function loadDemonstrationOnFirstStart() {
  const { readEnvironment } = await load('config/environment.js');
  const { SQLITE_FILE } = await load('config/database.js');
  const environment = settings(readEnvironment);
  const isFirst = !environment.databaseUrl && !existsSync(join(environment.dataDir, SQLITE_FILE));
  if (environment.mode === 'production' || !isFirst) return;
  const loading = join(environment.dataDir, 'loading');
  rmSync(loading, { recursive: true, force: true });
  const env = { ...process.env, DATA_DIR: loading };
  const { status } = spawnSync(process.execPath, [built('src/cli.js'), 'demo'], { stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
  // Only a whole demonstration becomes the database: whoever interrupts the loading gets it anew at the next start.
  renameSync(join(loading, SQLITE_FILE), join(environment.dataDir, SQLITE_FILE));
  rmSync(loading, { recursive: true, force: true });
}

function settings(readEnvironment) {
  try {
    return readEnvironment();
  } catch (error) {
    console.error(error.message);
    return process.exit(1);
  }
}
