/** One queue for everything: jobs are told apart by their names. */
export const QUEUE = 'tiban';

/** How often a job that fails is tried before the next sweep takes its turn. */
export const ATTEMPTS = 5;

/** Before the second attempt; doubles with each further one. */
export const FIRST_RETRY_MS = 1000;

/** Jobs worked on at the same time by one process: a mail server that hangs must not hold up the inboxes. */
export const CONCURRENCY = 4;

/** Failed jobs are kept for the board, but not without bound: Redis holds everything in memory. */
export const FAILED_KEPT = 500;

/** What all connections share; rediss:// and a password are read from the address by ioredis. */
export const connectionOf = (redisUrl: string) => ({
  url: redisUrl,
  connectTimeout: 5000,
  // Each line that is let go of would otherwise keep an ending process for two seconds.
  disconnectTimeout: 200,
  // Tried again for ever, but not so seldom that nobody notices that Redis is back.
  retryStrategy: (times: number) => Math.min(200 * times, 2000),
});
