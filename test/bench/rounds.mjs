import autocannon from 'autocannon';
import { setTimeout as sleep } from 'node:timers/promises';

const CONNECTIONS = 50;
const ROUNDS = 3;
const WARM_UP_S = 1;
const ROUND_S = 3;

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

/** One round; every connection walks through the requests from another start. */
export async function load(url, requests, seconds = ROUND_S) {
  let started = 0;
  const setupClient = (client) => {
    const from = (started++ * 7) % requests.length;
    client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
  };
  const options = { url, requests, connections: CONNECTIONS, setupClient };
  await autocannon({ ...options, duration: WARM_UP_S });
  const { requests: rate, latency, non2xx, errors } = await autocannon({ ...options, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} requests failed at ${url}${requests[0].path}`);
  return { rate: rate.average, p50: latency.p50, p99: latency.p99 };
}

const medianOf = (rounds) => [...rounds].sort((a, b) => a.rate - b.rate)[Math.floor(rounds.length / 2)];

/** Waits until `isDone` says so, but not for ever. */
export async function until(isDone, patienceMs = 30_000) {
  for (let waited = 0; !isDone() && waited < patienceMs; waited += 250) await sleep(250);
}
