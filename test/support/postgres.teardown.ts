import { rmSync } from 'node:fs';
import type { Postgres } from './postgres';

export default async function teardown(): Promise<void> {
  await (globalThis as { testPostgres?: Postgres }).testPostgres?.stop();
  rmSync(process.env.TEST_FOLDER as string, { recursive: true, force: true });
}
