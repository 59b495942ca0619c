import { writeFileSync } from 'node:fs';
import { startApp } from '../support/harness';

it('probe', async () => {
  const app = await startApp();
  const doc = (await app.inject('/api/openapi.json')).json();
  writeFileSync('/tmp/doc.json', JSON.stringify(doc, null, 1));
  const f = app.app.getHttpAdapter().getInstance();
  writeFileSync('/tmp/routes.txt', f.printRoutes({ commonPrefix: false, includeHooks: false }) );
  await app.close();
});
