import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import { EnvironmentFaults, readEnvironment } from '../config/environment';
import { Health } from './platform/health/health';
import { serveHealth } from './platform/health/health-port';
import { createLog, NestLog } from './platform/logging/log';
import { keepHeapSmall } from './platform/memory';
import { Jobs } from './platform/queue/jobs';
import { stopOnSignals } from './stop';
import { WorkerModule } from './worker.module';

/** The process that only works; any number of them may run beside any number that serve. */
async function main(): Promise<void> {
  keepHeapSmall();
  const environment = readEnvironment();
  if (environment.worker !== 'separate') throw new EnvironmentFaults([NEEDS_SEPARATE]);
  const log = createLog(environment.logLevel);
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: new NestLog(log),
    abortOnError: false,
  });
  stopOnSignals(app, log);
  app.get(Jobs).start();
  const server = await serveHealth(app.get(Health), environment.workerPort, environment.host);
  const { port } = server.address() as AddressInfo;
  log.info({ url: `http://${environment.host}:${port}` }, '提办后台进程已启动');
}

const NEEDS_SEPARATE =
  'WORKER: 后台进程需要 WORKER=separate，服务进程也要这样设置 (a worker process needs WORKER=separate)';

main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentFaults ? error.message : error);
  process.exit(1);
});
