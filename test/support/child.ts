import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../config/environment';

const root = join(__dirname, '..', '..');
const built = (name: string) => join(root, 'dist', 'src', `${name}.js`);

/** The built program as a process of its own: for specs of signals, crashes and command lines. */
export interface Child {
  url: string;
  /** Everything it wrote so far. */
  output(): string;
  /** Sends the signal and gives the exit code once the process has ended; null after SIGKILL. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const running = new Set<ChildProcess>();

// A spec that fails half-way must not leave a server behind, which would keep Jest from ending.
afterAll(() => running.forEach((process) => process.kill('SIGKILL')));

/** Starts the built server on a free port and waits until it serves. */
export const startChild = (environment: Environment): Promise<Child> => start('main', environment);

/** Starts the built process that only works, and waits until it does. */
export const startWorker = (environment: Environment): Promise<Child> => start('worker', environment);

async function start(name: string, environment: Environment): Promise<Child> {
  const program = built(name);
  if (!existsSync(program))
    throw new Error('There is no build: run `npm run build`, or all specs with `npm test`.');
  const process = spawn(globalThis.process.execPath, [program], { cwd: root, env: settingsOf(environment) });
  running.add(process.once('exit', () => running.delete(process)));
  let output = '';
  for (const stream of [process.stdout, process.stderr])
    stream.on('data', (part: Buffer) => (output += part));
  const url = await serving(process, () => output);
  return { url, output: () => output, end: (signal) => ended(process, signal) };
}

/** Runs one command of the built command line. */
export function runCommand(
  environment: Environment,
  ...args: string[]
): Promise<{ code: number | null; output: string }> {
  const cli = join(root, 'dist', 'src', 'cli.js');
  const process = spawn(globalThis.process.execPath, [cli, ...args], {
    cwd: root,
    env: settingsOf(environment),
  });
  let output = '';
  for (const stream of [process.stdout, process.stderr])
    stream.on('data', (part: Buffer) => (output += part));
  return new Promise((resolve) => process.once('close', (code) => resolve({ code, output })));
}

const settingsOf = (environment: Environment) => ({
  ...process.env,
  NODE_ENV: environment.mode,
  PORT: '0',
  HOST: '127.0.0.1',
  DATA_DIR: environment.dataDir,
  DATABASE_URL: environment.databaseUrl,
  REDIS_URL: environment.redisUrl,
  WORKER: environment.worker,
  WORKER_PORT: '0',
  SESSION_SECRET: environment.sessionSecret,
  LOG_LEVEL: 'info',
});

function serving(process: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    process.once('exit', () => reject(new Error(`The program ended while starting:\n${output()}`)));
    process.stdout?.on('data', () => {
      const url = /"url":"([^"]+)"/.exec(output())?.[1];
      if (url) resolve(url);
    });
  });
}

function ended(process: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    if (process.exitCode !== null) return resolve(process.exitCode);
    process.once('exit', (code) => resolve(code));
    process.kill(signal);
  });
}
