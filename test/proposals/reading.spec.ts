import { startApp, type RunningApp } from '../support/harness';
import { signInAs } from '../support/people';

describe('reading', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  it('lists nothing for a person without a hat', async () => {
    const who = await signInAs(app, { hats: ['committee'] } as never);
    const r = await app.inject({ method: 'GET', url: '/api/proposals?overdue=true&key=true&stage=filed&subject=a%25', headers: (who as any).headers ?? who });
    console.log(r.statusCode, r.body);
    const t = await app.inject({ method: 'GET', url: '/api/to-do', headers: (who as any).headers ?? who });
    console.log(t.statusCode, t.body);
    const d = await app.inject({ method: 'GET', url: '/api/proposals/1', headers: (who as any).headers ?? who });
    console.log(d.statusCode, d.body);
  });
});
