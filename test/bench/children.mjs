import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 60_000;
const running = new Set();

// Whatever ends this process must not leave servers behind.
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

/** Starts a program that serves on `PORT` and waits until it answers. */
export async function startServer(args, { env = {}, ipc = false } = {}) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', ...(ipc ? ['ipc'] : [])],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  await answering(child, url);
  return {
    url,
    child,
    bootMs: performance.now() - begun,
    memory: () => memoryOf(child),
    stop: () => stop(child),
  };
}

async function answering(child, url) {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await sleep(5)) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} ended while starting`);
    const signal = globalThis.AbortSignal.timeout(PATIENCE_MS);
    const answer = await globalThis.fetch(`${url}/health`, { signal }).catch(() => null);
    if (answer?.ok) return;
  }
  throw new Error(`${url} does not answer`);
}

async function stop(child) {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Resident memory in megabytes. */
const memoryOf = ({ pid }) =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
