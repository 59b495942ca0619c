// What `npm run bench` runs; ends by itself. `-- --markdown` prints the table of the README, `-- --large` measures a list
// and a search of a million cases, too.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenStale } from '../../src/built.mjs';
import { installWhatIsMissing } from '../../src/installed.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
installWhatIsMissing(root);
buildWhenStale(root);
// Only now: the bench uses what was built.
await import('./whole.mjs');
