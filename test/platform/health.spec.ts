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
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ok', database: kind });
  });

  it('is not ready when a migration is missing', async () => {
    await app.database.transaction((em) => app.database.change('DELETE FROM "migrations"', [], em));
    const answer = await app.inject('/health/ready');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ title: '服务暂不可用', status: 503 });
  });
});
