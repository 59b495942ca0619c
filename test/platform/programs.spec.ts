import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromiumPath } from '../support/chromium';
import { missingOf, skippedWords } from '../support/programs';

const root = join(__dirname, '..', '..');
const program = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const SPECS = ['test/browser/door.spec.ts', 'test/platform/clock.spec.ts'];

/** A run of two specs on a machine that has no browser. */
function runWithoutBrowser(CI: string) {
  const env = { ...process.env, CHROMIUM: '/nowhere/chromium', TEST_POSTGRES: 'off', CI };
  const args = [program, '--config', 'test/jest.config.json', '--json', '--runInBand', ...SPECS];
  return spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
}

describe('A machine without the programs that specs need', () => {
  it('is told loudly, at the beginning and at the end, and runs the rest', () => {
    const { status, stdout, stderr } = runWithoutBrowser('');
    expect(stderr.split('Chromium not found: its specs are SKIPPED.')).toHaveLength(3);
    const { numPassedTests, numPendingTests, numFailedTests } = JSON.parse(stdout);
    expect([status, numFailedTests]).toEqual([0, 0]);
    expect(numPassedTests).toBeGreaterThan(0);
    expect(numPendingTests).toBeGreaterThan(5);
  });

  it('fails with CI=true', () => {
    const { status, stdout, stderr } = runWithoutBrowser('true');
    expect(status).not.toBe(0);
    expect(stdout + stderr).toContain('Chromium not installed, and with CI=true all specs must run.');
  });

  it('is named with all that is missing at once', () => {
    const programs = { Redis: false, Chromium: false, PostgreSQL: true };
    expect(missingOf(programs, '')).toEqual(['Redis', 'Chromium']);
    expect(() => missingOf(programs, 'true')).toThrow('Redis, Chromium not installed');
    expect(missingOf({ Redis: true }, 'true')).toEqual([]);
    expect(skippedWords(['Redis'])).toContain('未找到 Redis');
  });

  it('has its browser where it is said to be, and nowhere else', () => {
    expect(chromiumPath({ CHROMIUM: '/nowhere/chromium' })).toBeUndefined();
    expect(chromiumPath({ CHROMIUM: process.execPath })).toBe(process.execPath);
  });
});
