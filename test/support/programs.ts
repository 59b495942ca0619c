/** Programs that specs need besides Node, by whether this machine has them. */
export type Programs = Record<string, boolean>;

/** What is said where programs are missing: their specs do not run, and nobody shall take the rest for everything. */
export const skippedWords = (names: readonly string[]): string =>
  names
    .map((it) => `\n*** 未找到 ${it}：跳过有关的测试。${it} not found: its specs are SKIPPED. ***\n`)
    .join('');

/** Gives the missing ones; with CI=true there must be none. */
export function missingOf(programs: Programs, ci = process.env.CI): string[] {
  const missing = Object.keys(programs).filter((name) => !programs[name]);
  if (missing.length > 0 && ci === 'true')
    throw new Error(`${missing.join(', ')} not installed, and with CI=true all specs must run.`);
  return missing;
}
