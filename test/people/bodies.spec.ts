import { HistoryVerification } from '../../src/platform/history/verification';
import { eachDatabase, type RunningApp } from '../support/harness';
import { Client, codesOf, historyOf, type Json } from './client';

eachDatabase('Sponsor bodies and handling units', (open) => {
  let app: RunningApp;
  let clerk: Client;
  let officeId: number;

  const sector = (name: string, more: object = {}) => ({
    kindCode: 'sector',
    name,
    validFrom: '2022-01-10',
    ...more,
  });
  const unit = (name: string, more: object = {}) => ({
    name,
    kind: '政府部门',
    officeId,
    validFrom: '2022-01-01',
    ...more,
  });
  const add = async (url: string, draft: object) => {
    const answer = await clerk.post(url, draft);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };

  beforeEach(async () => {
    app = await open();
    clerk = await Client.as(app, 'committee');
    officeId = (await add('/api/offices', { name: '市府办督查室', kind: '政府系统' })).id;
  });

  it('are found by any part of name or alias and sorted by pinyin', async () => {
    await add('/api/sponsors', sector('科学技术界', { aliases: ['科技界', '科 协 界'] }));
    await add('/api/sponsors', sector('经济界'));
    await add('/api/sponsors', sector('教育界'));
    const names = async (q: string) =>
      (await clerk.get(`/api/sponsors?q=${encodeURIComponent(q)}`)).body.items.map(
        (it: { name: string }) => it.name,
      );
    expect(await names('')).toEqual(['教育界', '经济界', '科学技术界']);
    expect(await names('科技')).toEqual(['科学技术界']);
    expect(await names('科协')).toEqual(['科学技术界']);
    expect(await names('%')).toEqual([]);
    const page = await clerk.get('/api/sponsors?kind=sector&size=1&page=2');
    expect(page.body).toMatchObject({ total: 3, page: 2, size: 1, items: [{ name: '经济界' }] });
  });

  it('end in favour of a successor and stay what they were', async () => {
    const old = await add('/api/units', unit('市农业农村局', { shortName: '农业局' }));
    const merged = await add('/api/units', unit('市农业农村和水利局', { validFrom: '2022-07-01' }));
    const ending = { version: 1, validTo: '2022-06-30', successorId: merged.id };
    const ended = await clerk.post(`/api/units/${old.id}/end`, ending);
    expect(ended).toMatchObject({
      status: 200,
      body: { name: '市农业农村局', successorId: merged.id, version: 2 },
    });
    const on = async (day: string) =>
      (await clerk.get(`/api/units?on=${day}`)).body.items.map((it: { id: number }) => it.id);
    expect([await on('2022-06-30'), await on('2022-07-01')]).toEqual([[old.id], [merged.id]]);
    const circle = { version: 1, validTo: '2023-01-01', successorId: old.id };
    expect(codesOf(await clerk.post(`/api/units/${merged.id}/end`, circle))).toEqual([
      ['successorId', 'endedItself'],
    ]);
  });

  it('refuse a successor that does not exist, has ended, or leads back', async () => {
    const [one, two] = [
      await add('/api/sponsors', sector('甲界')),
      await add('/api/sponsors', sector('乙界')),
    ];
    const end = (body: Json, successorId: number, validTo = '2023-01-01') =>
      clerk.post(`/api/sponsors/${body.id}/end`, { version: body.version, validTo, successorId });
    expect(codesOf(await end(one, 999))).toEqual([['successorId', 'unknown']]);
    expect(codesOf(await end(one, one.id))).toEqual([['successorId', 'circular']]);
    expect((await end(one, two.id)).status).toBe(200);
    expect(codesOf(await end(two, one.id, '2022-12-01'))).toEqual([['successorId', 'circular']]);
    expect(codesOf(await end(two, one.id, '2021-01-01'))).toEqual([
      ['validTo', 'beforeStart'],
      ['successorId', 'circular'],
    ]);
  });

  it('keep their names to themselves while they last', async () => {
    const first = await add('/api/sponsors', sector('经济界'));
    expect(codesOf(await clerk.post('/api/sponsors', sector('经 济界')))).toEqual([['name', 'duplicate']]);
    await add('/api/sponsors', { ...sector('经济界'), kindCode: 'memberGroup' });
    await clerk.post(`/api/sponsors/${first.id}/end`, { version: 1, validTo: '2023-12-31' });
    const second = await add('/api/sponsors', sector('经济界', { validFrom: '2024-01-01' }));
    expect(codesOf(await clerk.post(`/api/sponsors/${first.id}/reopen`, { version: 2 }))).toEqual([
      ['name', 'duplicate'],
    ]);
    await clerk.post(`/api/sponsors/${second.id}/end`, { version: 1, validTo: '2024-02-01' });
    const later = { ...sector('经济界', { validFrom: '2024-02-01' }), version: 2 };
    expect(codesOf(await clerk.put(`/api/sponsors/${first.id}`, later))).toEqual([['validFrom', 'afterEnd']]);
  });

  it('are put right without touching what was not sent, unless somebody was faster', async () => {
    const { id } = await add(
      '/api/units',
      unit('市经信局', { aliases: ['经信局'], contactPhone: '0576-86110000' }),
    );
    const change = unit('市经济和信息化局', { version: 1, contactPhone: '0576-86110001' });
    expect((await clerk.put(`/api/units/${id}`, change)).body).toMatchObject({
      name: '市经济和信息化局',
      aliases: [{ name: '经信局' }],
      version: 2,
    });
    expect((await clerk.put(`/api/units/${id}`, { ...change, name: '另一个名字' })).status).toBe(409);
    expect((await clerk.put(`/api/units/${id}`, { ...change, version: 2 })).body.version).toBe(2);
    expect(await historyOf(app, 'handlingUnit')).toEqual([
      expect.objectContaining({ subjectId: id, action: 'added', actorName: clerk.person.name }),
      {
        subjectId: id,
        action: 'aliasAdded',
        actorName: clerk.person.name,
        change: { after: { alias: '经信局' } },
      },
      {
        subjectId: id,
        action: 'changed',
        actorName: clerk.person.name,
        change: {
          before: { name: '市经信局', contactPhone: '*********0000' },
          after: { name: '市经济和信息化局', contactPhone: '*********0001' },
        },
      },
    ]);
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
  });

  it('gain and lose aliases', async () => {
    const { id } = await add('/api/sponsors', sector('科学技术界'));
    const added = await add(`/api/sponsors/${id}/aliases`, { name: '科技界' });
    expect(codesOf(await clerk.post(`/api/sponsors/${id}/aliases`, { name: '科技 界' }))).toEqual([
      ['name', 'duplicate'],
    ]);
    expect(codesOf(await clerk.post(`/api/sponsors/${id}/aliases`, { name: '科学技术界' }))).toEqual([
      ['name', 'duplicate'],
    ]);
    const other = await add('/api/sponsors', sector('教育界'));
    const aliasId = added.aliases[0].id;
    expect((await clerk.delete(`/api/sponsors/${other.id}/aliases/${aliasId}`)).status).toBe(404);
    expect((await clerk.delete(`/api/sponsors/${id}/aliases/${aliasId}`)).body.aliases).toEqual([]);
  });

  it('name every fault at once', async () => {
    const faulty = { kindCode: 'nobody', name: '某界', contactPhone: 'ring me', validFrom: '2022-01-01' };
    expect(codesOf(await clerk.post('/api/sponsors', faulty))).toEqual([
      ['contactPhone', 'notAPhone'],
      ['kindCode', 'unknown'],
    ]);
    expect(codesOf(await clerk.post('/api/units', unit('某局', { officeId: 99 })))).toEqual([
      ['officeId', 'unknown'],
    ]);
    expect(codesOf(await clerk.post('/api/units', { name: ' ', validFrom: '2022-02-30' }))).toEqual([
      ['name', 'required'],
      ['kind', 'required'],
      ['officeId', 'required'],
      ['validFrom', 'wrongType'],
    ]);
  });

  it('are of kinds that are data', async () => {
    const kinds = (await clerk.get('/api/sponsor-kinds')).body as unknown as {
      code: string;
      collective: boolean;
    }[];
    expect(kinds.length).toBe(8);
    expect(kinds.find((kind) => kind.code === 'member')).toMatchObject({ name: '委员', collective: false });
    const kind = { name: '联谊会', collective: true, needsConvener: true, betweenSessions: false };
    await add('/api/sponsor-kinds', { code: 'association', ...kind });
    expect(codesOf(await clerk.post('/api/sponsor-kinds', { code: 'association', ...kind }))).toEqual([
      ['code', 'duplicate'],
    ]);
    expect(codesOf(await clerk.post('/api/sponsor-kinds', { code: '社团社团', ...kind }))).toEqual([
      ['code', 'malformed'],
    ]);
    const change = { ...kind, betweenSessions: true, version: 1 };
    expect((await clerk.put('/api/sponsor-kinds/association', change)).body).toMatchObject({
      betweenSessions: true,
      version: 2,
    });
    expect((await clerk.put('/api/sponsor-kinds/association', change)).status).toBe(409);
    expect((await clerk.put('/api/sponsor-kinds/nobody', change)).status).toBe(404);
    expect((await clerk.put('/api/sponsor-kinds/member', change)).status).toBe(409);
    await add('/api/sponsors', { ...sector('企业家联谊会'), kindCode: 'association' });
  });
});
