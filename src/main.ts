import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { EnvironmentFaults, readEnvironment } from '../config/environment';
import { AppModule } from './app.module';
import { createLog, NestLog } from './platform/logging/log';
import { keepHeapSmall } from './platform/memory';
import { Jobs } from './platform/queue/jobs';
import { createAdapter, prepareServer } from './platform/web/server';
import { stopOnSignals } from './stop';

async function main(): Promise<void> {
  keepHeapSmall();
  const environment = readEnvironment();
  const log = createLog(environment.logLevel);
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, createAdapter(environment, log), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  await prepareServer(app);
  stopOnSignals(app, log);
  await app.listen(environment.port, environment.host);
  if (environment.worker === 'inside') app.get(Jobs).start();
  log.info({ url: await app.getUrl() }, '提办已启动');
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvironmentFaults ? error.message : error);
  process.exit(1);
});
