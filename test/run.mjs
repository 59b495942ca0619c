// What `npm test` runs: installs what is missing, runs every spec, ends in one line `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../src/built.mjs';
import { installWhatIsMissing } from '../src/installed.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'tiban-report-'));
const report = join(folder, 'report.json');

installWhatIsMissing(root);
// Some specs start the built program as a process of its own.
buildWhenStale(root);
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = [
  '--config',
  'test/jest.config.json',
  '--json',
  '--outputFile',
  report,
  ...process.argv.slice(2),
];
const { status } = spawnSync(process.execPath, [jest, ...args], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
});
const { passed, failed } = tally();
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(status === 0 && failed === 0 ? 0 : 1);

function tally() {
  // Without a report the run itself broke, and that is a failure too.
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const result = JSON.parse(readFileSync(report, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return { passed: result.numPassedTests, failed: failed || (result.success ? 0 : 1) };
}
