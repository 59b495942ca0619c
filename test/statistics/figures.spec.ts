import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import { submitProposal } from '../support/steps/submission';
import { anOfficeAtWork, figuresOf, rowsOf, sharesOf } from './office';

const ALL = [
  ...['stages', 'filing', 'overdue', 'due', 'classes', 'punctuality', 'meetings'],
  ...['satisfaction', 'categories', 'keyCases'],
];
const OFFICE = ALL.filter((name) => name !== 'filing');
const UNIT = ['stages', 'overdue', 'due', 'classes', 'punctuality', 'satisfaction'];
const READ_BY: Record<string, string[]> = {
  ...{ clerk: ALL, director: ALL, office: ALL, auditor: ALL },
  ...{ government: OFFICE, party: OFFICE, transport: UNIT, housing: UNIT, publicity: UNIT },
  ...{ first: ['stages'], second: ['stages'], sector: ['stages'] },
  ...{ standing: [], administrator: [], nobody: [] },
};

eachDatabase('The figures of a session', (open) => {
  let app: RunningApp;
  let office: Awaited<ReturnType<typeof anOfficeAtWork>>;

  beforeAll(async () => {
    app = await open();
    office = await anOfficeAtWork(app);
  }, 60_000);

  const of = (who: string, query = '') => figuresOf(app, office.people[who], query);

  it('are for each hat what it answers for', async () => {
    for (const who of Object.keys(office.people)) {
      const { figures } = await of(who);
      expect([who, figures.map(({ name }) => name)]).toEqual([who, READ_BY[who]]);
    }
  });

  it('are as many as the list that each of their lines links to, for everybody', async () => {
    let compared = 0;
    for (const [who, by] of Object.entries(office.people)) {
      const { figures } = await figuresOf(app, by);
      const lines = figures.flatMap(({ name, rows }) => rows.map((row) => ({ name, ...row })));
      for (const { name, key, href, cases } of lines.filter(({ href }) => href !== null)) {
        const { total } = await must(app, by, 'GET', `/api${href}&size=1`);
        expect([who, name, key, total]).toEqual([who, name, key, cases]);
        compared += cases > 0 ? 1 : 0;
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('count numerator and denominator', async () => {
    const figures = await of('clerk');
    expect(sharesOf(figures, 'filing')).toEqual({
      ...{ received: '17/17', filed: '13/17', merged: '1/13', cases: '12/17' },
      ...{ notFiled: '1/17', withdrawn: '1/17', pending: '2/17', replied: '4/12' },
    });
    expect(sharesOf(figures, 'classes')).toEqual({ A: '1/4', B: '2/4', C: '1/4' });
    expect(sharesOf(figures, 'punctuality')).toEqual({ inTime: '3/4', late: '1/4' });
    expect(sharesOf(figures, 'meetings')).toEqual({ met: '4/12', notMet: '8/12' });
    expect(sharesOf(figures, 'keyCases')).toEqual({ replied: '1/2', concluded: '1/2' });
    expect(rowsOf(figures, 'categories').map(({ count }) => count)).toEqual([0, 0, 0, 17, 0, 0]);
  });

  it('charge a unit with its own steps alone', async () => {
    const own = (who: string) => of(who).then((all) => rowsOf(all, 'overdue').map(({ label }) => label));
    expect(await own('clerk')).toEqual(expect.arrayContaining(['市交通运输局', '市住房和城乡建设局']));
    expect(await own('transport')).toEqual(['市交通运输局']);
    expect(await own('housing')).toEqual(['市住房和城乡建设局']);
    expect(await own('party')).toEqual([]);
  });

  it('say nothing of a rating before its round is closed, save to the committee', async () => {
    const dissatisfied = async (who: string) => {
      const rows = rowsOf(await of(who), 'satisfaction');
      return rows.find(({ key }) => key === 'result.dissatisfied')?.count;
    };
    for (const who of ['clerk', 'director', 'office', 'auditor'])
      expect([who, await dissatisfied(who)]).toEqual([who, 1]);
    for (const who of ['government', 'transport']) expect([who, await dissatisfied(who)]).toEqual([who, 0]);
    const shares = sharesOf(await of('government'), 'satisfaction');
    expect(shares).toEqual({ 'attitude.satisfied': '2/2', 'result.satisfied': '2/2' });
  });

  it('nor does the list that is narrowed by it', async () => {
    const rated = async (who: string) =>
      (await must(app, office.people[who], 'GET', '/api/proposals?result=dissatisfied')).total;
    expect([await rated('clerk'), await rated('transport'), await rated('government')]).toEqual([1, 0, 0]);
    expect(await rated('first')).toBe(1); // whose own it is
  });

  it('hold no case that is hidden from the reader', async () => {
    const { total } = await must(app, office.people.transport, 'GET', '/api/proposals?size=1');
    const figures = await of('transport');
    const stages = rowsOf(figures, 'stages');
    expect(stages.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect(new Set(stages.map((row) => row.of))).toEqual(new Set([total]));
    for (const row of figures.figures.flatMap(({ rows }) => rows)) expect(row.of).toBeLessThanOrEqual(total);
    expect(sharesOf(figures, 'stages').draft).toBeUndefined();
    expect(sharesOf(await of('publicity'), 'stages')).toEqual({});
  });

  it('follow what happens', async () => {
    const submitted = async () => Number(sharesOf(await of('clerk'), 'stages').submitted.split('/')[0]);
    const before = await submitted();
    await submitProposal(app, office.world);
    expect(await submitted()).toBe(before + 1);
  });

  it('are of the newest session that has opened, or of the one asked for', async () => {
    const { sessionId, sessions } = await of('clerk');
    expect([sessionId, sessions]).toEqual([
      office.world.sessionId,
      [{ id: office.world.sessionId, label: '15 届 1 次会议（2026）' }],
    ]);
    const { figures } = await of('clerk', `?sessionId=${sessionId}&figure=classes`);
    expect(figures.map(({ name }) => name)).toEqual(['classes']);
    const status = async (who: string, query: string) =>
      (await send(app, office.people[who], 'GET', `/api/statistics${query}`)).status;
    expect(await status('clerk', '?sessionId=999')).toBe(404);
    expect(await status('first', '?figure=classes')).toBe(404);
    expect(await status('clerk', '?figure=x&sessionId=-1')).toBe(422);
  });

  it('come in seven queries, and in one as long as nobody commits', async () => {
    await submitProposal(app, office.world);
    const asked = jest.spyOn(app.database, 'rows');
    const countOf = async (query: string) => {
      asked.mockClear();
      await of('director', query);
      return asked.mock.calls.filter(([sql]) => /"proposal"|"plenarySession"/.test(sql)).length;
    };
    const id = office.world.sessionId;
    expect([await countOf(`?sessionId=${id}`), await countOf(`?sessionId=${id}`)]).toEqual([7, 1]);
    asked.mockRestore();
  });
});
