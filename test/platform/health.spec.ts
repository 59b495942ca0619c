import { eachDatabase, type RunningApp } from '../support/harness';

eachDatabase('Health', (open, kind) => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await open();
  });

  it('says that the process lives', async () => {
    const answer = await app.inject('/health');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ status: 'ok' });
  });

  it('says that the database answers and has every migration', async () => {
    const ok = { status: 'ok' };
    expect((await app.inject('/health/ready')).json()).toEqual({
      ...ok,
      database: kind,
      parts: { database: ok, queue: ok, jobs: ok },
    });
  });

  it('says when the background work has stood still for too long, and serves all the same', async () => {
    app.clock.advance(40 * 60_000);
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ status: 'degraded', parts: { jobs: { status: 'degraded' } } });
    expect(answer.json().parts.jobs.message).toContain('relay');
  });

  it('is not ready when a migration is missing', async () => {
    await app.database.transaction((em) => app.database.change('DELETE FROM "migrations"', [], em));
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ status: 'down', parts: { database: { status: 'down' } } });
  });
});
