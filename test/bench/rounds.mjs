import autocannon from 'autocannon';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const CONNECTIONS = 50;
const ROUNDS = 3;
const WARM_UP_S = 1;
const ROUND_S = 3;
const LONGEST_S = 60;

/** Loads both servers in turns, so that whatever else the machine does hits both, and gives the median of each. */
export async function measure({ requests }, { limit, ours }, rest) {
  const measured = { limit: [], ours: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    measured.limit.push(await load(limit.url, requests));
    measured.ours.push(await load(ours.url, requests));
    await rest();
  }
  return { limit: medianOf(measured.limit), ours: medianOf(measured.ours) };
}

/**
 * One round; every connection walks through the requests from another start. Counted is from when every connection has
 * been answered: Node takes in one connection with each turn of its loop, so the last of fifty that come at once waits
 * for all others to be answered many times, which says nothing of the requests.
 */
export async function load(url, requests, seconds = ROUND_S) {
  const answered = new Set();
  const times = [];
  let [started, counting] = [0, false];
  const setupClient = (client) => {
    const from = (started++ * 7) % requests.length;
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    client.on('response', (_status, _bytes, ms) => {
      answered.add(client);
      if (counting) times.push(ms);
    });
  };
  const running = autocannon({ url, requests, connections: CONNECTIONS, duration: LONGEST_S, setupClient });
  await sleep(WARM_UP_S * 1000);
  await until(() => answered.size === CONNECTIONS, LONGEST_S * 500);
  counting = true;
  const begun = performance.now();
  await sleep(seconds * 1000);
  const rate = (times.length * 1000) / (performance.now() - begun);
  counting = false;
  running.stop();
  const { non2xx, errors } = await running;
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed at ${url}${requests[0].path}`);
  times.sort((a, b) => a - b);
  const percentile = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
  return { rate, p50: percentile(0.5), p99: percentile(0.99) };
}

const medianOf = (rounds) => [...rounds].sort((a, b) => a.rate - b.rate)[Math.floor(rounds.length / 2)];

/** Waits until `isDone` says so, but not for ever. */
export async function until(isDone, patienceMs = 30_000) {
  for (let waited = 0; !isDone() && waited < patienceMs; waited += 50) await sleep(50);
}
