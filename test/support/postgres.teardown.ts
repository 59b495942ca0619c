import { rmSync } from 'node:fs';
import type { Postgres } from './postgres';
import { skippedWords } from './programs';

export default async function teardown(): Promise<void> {
  const { testPostgres, testMissing = [] } = globalThis as {
    testPostgres?: Postgres;
    testMissing?: string[];
  };
  await testPostgres?.stop();
  rmSync(process.env.TEST_FOLDER as string, { recursive: true, force: true });
  // What was said at the beginning has scrolled away by now.
  if (testMissing.length > 0) console.error(skippedWords(testMissing));
}
