import { HistoryVerification } from '../../src/platform/history/verification';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Answer, Client, codesOf, historyOf } from './client';

const statuses = (answers: Answer[]) => answers.map((answer) => answer.status).sort();
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

eachDatabase('Several clerks at once', (open) => {
  let app: RunningApp;
  let clerk: Client;
  const sector = (name: string) => ({ kindCode: 'sector', name, validFrom: '2022-01-10' });

  beforeEach(async () => {
    app = await open();
    clerk = await Client.as(app, 'committee');
  });

  it('who change one row: one succeeds, the others learn of it', async () => {
    const { id } = (await clerk.post('/api/sponsors', sector('科技界'))).body;
    const change = (index: number) =>
      clerk.put(`/api/sponsors/${id}`, { ...sector(`科技界${index}`), version: 1 });
    expect(statuses(await times(5, change))).toEqual([200, 409, 409, 409, 409]);
    expect((await historyOf(app, 'sponsor')).map((row) => row.action)).toEqual(['added', 'changed']);
  });

  it('who add the same name: one succeeds', async () => {
    const answers = await times(5, () => clerk.post('/api/sponsors', sector('科技界')));
    expect(statuses(answers)).toEqual([201, 422, 422, 422, 422]);
    expect(codesOf(answers.find((answer) => answer.status === 422)!)).toEqual([['name', 'duplicate']]);
  });

  it('who add different names: all succeed, in one sound history', async () => {
    expect(
      new Set(statuses(await times(12, (index) => clerk.post('/api/sponsors', sector(`界别${index}`))))),
    ).toEqual(new Set([201]));
    expect((await clerk.get('/api/sponsors')).body.total).toBe(12);
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
  });

  it('who end and change one row: one of the two', async () => {
    const { id } = (await clerk.post('/api/sponsors', sector('科技界'))).body;
    const answers = await Promise.all([
      clerk.post(`/api/sponsors/${id}/end`, { version: 1, validTo: '2023-01-01' }),
      clerk.put(`/api/sponsors/${id}`, { ...sector('科学技术界'), version: 1 }),
    ]);
    expect(statuses(answers)).toEqual([200, 409]);
  });
});
