import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const EVENTS = 5000;
const ROUNDS = 3;
const REDIS = '/usr/bin/redis-server';

/**
 * Events per second from the commit to the inbox, with Redis and without, against BullMQ's own adding and working off with
 * a handler that does nothing. Null where there is no Redis on the machine.
 */
export async function measureNotifications(root, { env }) {
  if (!existsSync(REDIS)) return null;
  const port = await freePort();
  const redis = spawn(REDIS, ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  try {
    await sleep(500);
    const url = `redis://127.0.0.1:${port}`;
    const measured = { limit: [], queued: [], embedded: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      measured.limit.push(await bareQueue(port));
      measured.queued.push(own(root, { ...env, REDIS_URL: url }));
      measured.embedded.push(own(root, { ...env, REDIS_URL: '' }));
    }
    return Object.fromEntries(Object.entries(measured).map(([name, rates]) => [name, medianOf(rates)]));
  } finally {
    redis.kill('SIGKILL');
  }
}

async function bareQueue(port) {
  const { Queue, Worker } = await import('bullmq');
  const connection = { host: '127.0.0.1', port, maxRetriesPerRequest: null };
  const queue = new Queue('bare', { connection });
  let done = 0;
  const worker = new Worker('bare', async () => void (done += 1), { connection, concurrency: 50 });
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  const begun = performance.now();
  const add = () => queue.add('nothing', { id: 1 }, { removeOnComplete: true });
  for (let at = 0; at < EVENTS; at += 50) await Promise.all(Array.from({ length: 50 }, add));
  while (done < EVENTS) await sleep(2);
  const ms = performance.now() - begun;
  await worker.close();
  await queue.close();
  return rateOf(ms);
}

function own(root, env) {
  const script = join(root, 'test', 'bench', 'own-notifications.mjs');
  const run = spawnSync(process.execPath, [script], {
    env: { ...process.env, ...env, EVENTS: String(EVENTS) },
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return rateOf(JSON.parse(run.stdout.trim().split('\n').pop()).ms);
}

const rateOf = (ms) => ({ rate: (EVENTS * 1000) / ms, p50: '', p99: '' });
const medianOf = (rates) => [...rates].sort((a, b) => a.rate - b.rate)[Math.floor(rates.length / 2)];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
