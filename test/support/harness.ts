import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import type { InjectOptions } from 'fastify';
import { Environment } from '../../config/environment';
import { AppModule } from '../../src/app.module';
import { Clock, ManualClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { createLog, NestLog } from '../../src/platform/logging/log';
import { createAdapter, prepareServer } from '../../src/platform/web/server';
import { watchRoutes } from './routes';
import { dropDatabase, freshDatabase, isAvailable, type Kind, KINDS } from './databases';

export interface StartOptions {
  database?: Kind;
  /** Where the clock stands at first. */
  at?: string;
  environment?: Partial<Environment>;
  /** Controllers that exist in the spec only. */
  controllers?: Type[];
  /** Replaces providers: for mail and other things outside only. */
  override?: (builder: TestingModuleBuilder) => TestingModuleBuilder;
}

/** A real application on a real database of its own; only the clock is moved by hand. */
export interface RunningApp {
  app: NestFastifyApplication;
  kind: Kind;
  environment: Environment;
  database: Database;
  clock: ManualClock;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  inject(options: InjectOptions | string): ReturnType<NestFastifyApplication['inject']>;
  /** Once, however often it is called: where a spec closes what the block would close too late. */
  close(): Promise<void>;
}

export type Open = (options?: Omit<StartOptions, 'database'>) => Promise<RunningApp>;

/** The moment specs begin at unless they say otherwise: a Monday morning at the office. */
export const START = '2026-03-02T01:00:00.000Z';

/** Starts an application; `close()` removes its database. */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  const kind = options.database ?? 'sqlite';
  const { environment: given = {} } = options;
  // Of another that runs already, or its own.
  const environment = given.dataDir ? (given as Environment) : { ...(await freshDatabase(kind)), ...given };
  const clock = new ManualClock(options.at ?? START);
  const log = createLog(environment.logLevel);
  const builder = Test.createTestingModule({ imports: [AppModule], controllers: options.controllers ?? [] })
    .overrideProvider(Environment)
    .useValue(environment)
    .overrideProvider(Clock)
    .useValue(clock);
  const module = await (options.override?.(builder) ?? builder).setLogger(new NestLog(log)).compile();
  const app = module.createNestApplication<NestFastifyApplication>(createAdapter(environment, log));
  watchRoutes(app);
  await prepareServer(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  let closed: Promise<void> | undefined;
  return {
    app,
    kind,
    environment,
    database: app.get(Database),
    clock,
    get: (token) => app.get(token),
    inject: (request) => app.inject(request as InjectOptions),
    close: () => (closed ??= app.close().then(() => dropDatabase(environment))),
  };
}

/**
 * Runs the same specs on SQLite and on PostgreSQL. `open()` starts an application on a fresh database, in `beforeAll`,
 * `beforeEach` or a spec; whatever it started is closed after the block.
 */
export function eachDatabase(name: string, specs: (open: Open, kind: Kind) => void): void {
  for (const kind of KINDS) {
    const run = isAvailable(kind) ? describe : describe.skip;
    run(`${name} (${kind})`, () => {
      const opened: RunningApp[] = [];
      afterAll(async () => {
        for (const app of opened.splice(0)) await app.close();
      });
      specs(async (options = {}) => {
        const app = await startApp({ ...options, database: kind });
        opened.push(app);
        return app;
      }, kind);
    });
  }
}
