import { startApp } from '../support/harness';
it('boots', async () => { const a = await startApp(); await a.close(); });
