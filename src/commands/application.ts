import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readEnvironment } from '../../config/environment';
import { AppModule } from '../app.module';
import { createLog, NestLog } from '../platform/logging/log';

/** Runs a command with every service at hand but no server, and closes them again. */
export async function withApplication<T>(work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const { logLevel } = readEnvironment();
  const logger = new NestLog(createLog(logLevel === 'info' ? 'warn' : logLevel));
  const app = await NestFactory.createApplicationContext(AppModule, { logger, abortOnError: false });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
