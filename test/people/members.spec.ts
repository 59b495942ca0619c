import { Names } from '../../src/people/names.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { Client, codesOf, historyOf } from './client';

eachDatabase('Members, terms and sessions', (open) => {
  let app: RunningApp;
  let clerk: Client;
  let termId: number;

  const add = async (url: string, draft: object) => {
    const answer = await clerk.post(url, draft);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body;
  };
  const term = (number: number, more: object = {}) => ({
    number,
    name: `第${number}届`,
    fromDay: '2022-01-10',
    ...more,
  });
  const member = (name: string, more: object = {}) => ({ name, termId, validFrom: '2022-01-10', ...more });
  const session = (more: object = {}) => ({
    termId,
    number: 1,
    opensOn: '2022-02-10',
    closesOn: '2022-02-13',
    submissionDeadline: '2022-02-11T17:00:00+08:00',
    ...more,
  });

  beforeEach(async () => {
    app = await open();
    clerk = await Client.as(app, 'committee');
    termId = (await add('/api/terms', term(15))).id;
  });

  it('make every member a sponsor who follows the member', async () => {
    const added = await add(
      '/api/members',
      member('王云安', { phone: '13800000000', standingCommittee: true }),
    );
    const sponsor = async () => (await clerk.get(`/api/sponsors/${added.sponsorId}`)).body;
    expect(await sponsor()).toMatchObject({
      kindCode: 'member',
      name: '王云安',
      contactPhone: '13800000000',
    });
    const change = { ...member('王云庵', { phone: '13800000001' }), version: 1 };
    expect((await clerk.put(`/api/members/${added.id}`, change)).body).toMatchObject({
      name: '王云庵',
      version: 2,
    });
    await clerk.post(`/api/members/${added.id}/end`, { version: 2, validTo: '2023-05-01' });
    expect(await sponsor()).toMatchObject({
      name: '王云庵',
      contactPhone: '13800000001',
      validTo: '2023-05-01',
    });
    expect((await clerk.post(`/api/members/${added.id}/reopen`, { version: 3 })).body.validTo).toBeNull();
    expect(await sponsor()).toMatchObject({ validTo: null });
    expect((await historyOf(app, 'member')).map((row) => row.action)).toEqual([
      'added',
      'changed',
      'ended',
      'reopened',
    ]);
    const url = `/api/sponsors/${added.sponsorId}`;
    for (const [path, body] of [
      ['', { kindCode: 'member', name: '王', validFrom: '2022-01-10', version: 1 }],
      ['/end', { version: 1, validTo: '2024-01-01' }],
    ] as const) {
      const answer = path ? await clerk.post(url + path, body) : await clerk.put(url, body);
      expect([answer.status, answer.body.reasons[0].code]).toEqual([409, 'isMember']);
    }
    expect(
      codesOf(await clerk.post('/api/sponsors', { kindCode: 'member', name: '王', validFrom: '2022-01-10' })),
    ).toEqual([['kindCode', 'isMember']]);
  });

  it('tell two members of one name apart by their cards', async () => {
    const first = await add('/api/members', member('张敏'));
    expect(codesOf(await clerk.post('/api/members', member('张 敏')))).toEqual([['name', 'duplicate']]);
    expect(codesOf(await clerk.post('/api/members', member('张敏', { number: 'A1' })))).toEqual([
      ['name', 'duplicate'],
    ]);
    await clerk.put(`/api/members/${first.id}`, { ...member('张敏', { number: 'A2' }), version: 1 });
    await add('/api/members', member('张敏', { number: 'A1' }));
    expect(codesOf(await clerk.post('/api/members', member('李强', { number: 'a1' })))).toEqual([
      ['number', 'duplicate'],
    ]);
    const found = await clerk.get('/api/members?q=a1');
    expect(found.body.items.map((it: { name: string }) => it.name)).toEqual(['张敏']);
  });

  it('ask for a sector and a term that exist', async () => {
    const person = await add('/api/members', member('王云安'));
    const faulty = member('李强', { termId: 77, sectorSponsorId: person.sponsorId, phone: '无' });
    expect(codesOf(await clerk.post('/api/members', faulty))).toEqual([
      ['phone', 'notAPhone'],
      ['termId', 'unknown'],
      ['sectorSponsorId', 'unknown'],
    ]);
  });

  it('filter members by term, sector, seat and day', async () => {
    const sector = await add('/api/sponsors', {
      kindCode: 'sector',
      name: '科技界',
      validFrom: '2022-01-10',
    });
    await add('/api/members', member('甲', { sectorSponsorId: sector.id, standingCommittee: true }));
    await add('/api/members', member('乙', { validFrom: '2023-01-10' }));
    const total = async (query: string) => (await clerk.get(`/api/members?${query}`)).body.total;
    expect(await total(`termId=${termId}`)).toBe(2);
    expect(await total(`sectorSponsorId=${sector.id}`)).toBe(1);
    expect(await total('standingCommittee=true')).toBe(1);
    expect(await total('standingCommittee=false&on=2022-12-31')).toBe(0);
  });

  it('keep terms and sessions in order', async () => {
    expect(codesOf(await clerk.post('/api/terms', term(15, { toDay: '2021-01-01' })))).toEqual([
      ['number', 'duplicate'],
      ['toDay', 'beforeStart'],
    ]);
    await add('/api/terms', term(16, { fromDay: '2027-01-10' }));
    const newestFirst = (await clerk.get('/api/terms?size=1')).body;
    expect(newestFirst).toMatchObject({ total: 2, items: [{ number: 16 }] });
    const first = await add('/api/sessions', session({ replyBy: '2022-06-30' }));
    expect(first).toMatchObject({
      submissionDeadline: '2022-02-11T09:00:00.000Z',
      caseNoLast: 0,
      receiptNoLast: 0,
    });
    expect(codesOf(await clerk.post('/api/sessions', session()))).toEqual([['number', 'duplicate']]);
    const backwards = session({
      termId: 99,
      closesOn: '2022-02-09',
      submissionDeadline: '2022-02-09T23:00:00+08:00',
      replyBy: '2022-02-01',
    });
    expect(codesOf(await clerk.post('/api/sessions', backwards))).toEqual([
      ['closesOn', 'tooEarly'],
      ['submissionDeadline', 'tooEarly'],
      ['replyBy', 'tooEarly'],
      ['termId', 'unknown'],
    ]);
    const moved = { ...session({ closesOn: '2022-02-14' }), version: 1 };
    expect((await clerk.put(`/api/sessions/${first.id}`, moved)).body).toMatchObject({
      closesOn: '2022-02-14',
      replyBy: null,
    });
    expect((await clerk.get(`/api/sessions?termId=${termId}`)).body.total).toBe(1);
    expect(
      (await clerk.put(`/api/terms/${termId}`, { ...term(15), toDay: '2027-01-09', version: 1 })).body
        .version,
    ).toBe(2);
    expect((await clerk.get(`/api/terms/${termId}`)).body.toDay).toBe('2027-01-09');
    expect((await clerk.get('/api/sessions/99')).status).toBe(404);
  });

  it('keep assigning offices apart by name', async () => {
    const office = await add('/api/offices', { name: '市委办', kind: '党委系统' });
    expect(codesOf(await clerk.post('/api/offices', { name: '市 委办', kind: '党委系统' }))).toEqual([
      ['name', 'duplicate'],
    ]);
    const change = { name: '市委办公室', kind: '党委系统', version: 1 };
    expect((await clerk.put(`/api/offices/${office.id}`, change)).body).toMatchObject({
      name: '市委办公室',
      version: 2,
    });
    expect((await clerk.get('/api/offices?q=办公室')).body.total).toBe(1);
    expect((await clerk.get(`/api/offices/${office.id}`)).body.kind).toBe('党委系统');
  });

  it('give every bearer of a name, never a guess', async () => {
    const economy = (more: object) =>
      add('/api/sponsors', { kindCode: 'sectorGroup', validFrom: '2022-01-10', ...more });
    await economy({ name: '经济界一组', aliases: ['经济界'] });
    await economy({ name: '经济界二组', aliases: ['经济界'], validFrom: '2023-01-01' });
    const names = app.get(Names);
    const book = await names.sponsors();
    const found = (name: string, day: string) => book.find(name, day).map((candidate) => candidate.name);
    expect(found('经济界', '2022-06-01')).toEqual(['经济界一组']);
    expect(found('经 济界', '2023-06-01')).toEqual(['经济界一组', '经济界二组']);
    expect(found('经济', '2023-06-01')).toEqual([]);
    const [{ id }] = book.find('经济界一组', '2022-06-01');
    expect(await names.sponsorNames([id, 999])).toEqual(new Map([[id, '经济界一组']]));
    expect(await names.unitNames([])).toEqual(new Map());
  });
});
