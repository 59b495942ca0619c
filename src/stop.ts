import type { INestApplicationContext } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';

const GRACE_MS = 10_000;

/** On SIGTERM or SIGINT: take no new requests, finish those that run, close the database, end. */
export function stopOnSignals(app: Pick<INestApplicationContext, 'close'>, log: FastifyBaseLogger): void {
  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, '正在停止');
    // A request or a connection that never ends must not keep the process for ever.
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    await app.close().catch((error: unknown) => log.error(error));
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void stop(signal));
}
