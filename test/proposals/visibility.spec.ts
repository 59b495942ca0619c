import { Relay } from '../../src/notifications/relay';
import { doorsOf, listsOf, statusOfFile, wordsOf } from '../support/doors';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';
import { aWorld, type World } from '../support/world';
import { Cases, type Shown } from './cases';

// Who sees which case. Whoever is not named in a row must not learn that it exists.
const COMMITTEE = ['clerk', 'director', 'office'];
const MATRIX: Record<string, string[]> = {
  草稿: ['first'],
  邀请联名: ['first', 'second'],
  谢绝联名: ['first'],
  弃稿: ['first'],
  代录: ['second', ...COMMITTEE],
  待审查: ['first', ...COMMITTEE],
  退回修改: ['first', ...COMMITTEE],
  不予立案: ['first', ...COMMITTEE],
  撤案: ['first', ...COMMITTEE],
  立案: ['sector', ...COMMITTEE],
  拟并案: ['first', 'sector', ...COMMITTEE],
  拟作主案: ['first', 'sector', ...COMMITTEE],
  交办: ['first', ...COMMITTEE, 'government'],
  交党委: ['first', ...COMMITTEE, 'party'],
  会办: ['first', ...COMMITTEE, 'government', 'transport', 'transportLeader', 'housing'],
  退办: ['first', ...COMMITTEE, 'government', 'housing'],
  主案: ['first', 'sector', ...COMMITTEE, 'government', 'transport', 'transportLeader'],
  从案: ['first', 'sector', ...COMMITTEE, 'government', 'transport', 'transportLeader'],
  议程: ['first', ...COMMITTEE, 'government', 'transport', 'transportLeader', 'standing'],
};

eachDatabase('What is hidden', (open) => {
  let app: RunningApp;
  let world: World;
  let cases: Shown[];
  let people: Record<string, Person>;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    const {
      transport,
      housing,
      publicity,
      otherClerk: _,
      otherOffice: __,
      otherTeller: ___,
      ...alone
    } = world.by;
    people = {
      ...{
        ...alone,
        nobody: await signInAs(app),
        transport: transport.handler,
        transportLeader: transport.leader,
      },
      ...{ housing: housing.handler, publicity: publicity.handler },
    };
    const building = new Cases(app, world);
    await building.written();
    await building.examined();
    await building.routed();
    await building.merged();
    await building.concluded();
    cases = building.all;
    await app.get(Relay).drain();
  });

  const sees = (who: string, { name }: Shown) => who === 'auditor' || MATRIX[name].includes(who);
  const seenBy = (who: string) => cases.filter((shown) => sees(who, shown));
  const each = async (check: (who: string, by: Person) => Promise<void>) => {
    for (const [who, by] of Object.entries(people)) await check(who, by);
  };

  it('is in every row of the matrix', () => {
    expect(cases.map(({ name }) => name).sort()).toEqual(Object.keys(MATRIX).sort());
  });

  it('is in no list and no total count, and what is seen is in them', () =>
    each(async (who, by) => {
      const { list } = await listsOf(app, by);
      const names = cases.filter(({ id }) => list.items.some((line: { id: number }) => line.id === id));
      expect([who, names.map(({ name }) => name)]).toEqual([who, seenBy(who).map(({ name }) => name)]);
      expect([who, list.total]).toEqual([who, seenBy(who).length]);
    }));

  it.each([
    'stage=draft',
    'stage=filed',
    'overdue=false',
    'subject=建议',
    'category=社会',
    'sort=caseNo',
    'size=1&page=2',
  ])('is not in a list narrowed by %s, nor in its count', (query) =>
    each(async (who, by) => {
      const { items, total } = await must(app, by, 'GET', `/api/proposals?${query}`);
      const seen = seenBy(who).map(({ id }) => id);
      for (const { id } of items) expect([who, seen]).toEqual([who, expect.arrayContaining([id])]);
      expect(total).toBeLessThanOrEqual(seen.length);
      if (/subject|category|sort|size/.test(query)) expect([who, total]).toEqual([who, seen.length]);
    }),
  );

  it('answers 404 at every door of the case', () =>
    each(async (who, by) => {
      for (const shown of cases) {
        const wanted = sees(who, shown) ? 200 : 404;
        const found = [
          ...(await doorsOf(app, by, shown.id)),
          await statusOfFile(app, by, shown.id, shown.attachmentId),
        ];
        expect([who, shown.name, found]).toEqual([who, shown.name, found.map(() => wanted)]);
      }
    }));

  it('cannot be acted upon: 404, not 403', () =>
    each(async (who, by) => {
      for (const shown of cases.filter((one) => !sees(who, one)))
        for (const verb of ['submit', 'hand-over'])
          expect([who, shown.name, verb, await statusOfAction(by, shown.id, verb)]).toEqual([
            who,
            shown.name,
            verb,
            404,
          ]);
    }));

  const statusOfAction = async (by: Person, id: number, verb: string) =>
    (await send(app, by, 'POST', `/api/proposals/${id}/${verb}`, verb === 'hand-over' ? { officeId: 1 } : {}))
      .status;

  it('is in no to-do and no inbox, not even as a subject', () =>
    each(async (who, by) => {
      const { toDo, inbox } = await listsOf(app, by);
      const told = [...toDo, ...inbox.items].flatMap(({ proposalId }) => proposalId ?? []);
      const seen = seenBy(who).map(({ id }) => id);
      expect([who, told.filter((id) => !seen.includes(id))]).toEqual([who, []]);
      expect(inbox.total).toBe(inbox.items.length);
    }));

  it('is nowhere in what a person can read of other cases', () =>
    each(async (who, by) => {
      const words = await wordsOf(
        app,
        by,
        seenBy(who).map(({ id }) => id),
      );
      const hidden = cases.filter((shown) => !sees(who, shown) && words.includes(shown.subject));
      expect([who, hidden.map(({ name }) => name)]).toEqual([who, []]);
    }));

  it('answers 401 without a sign-in', async () => {
    for (const path of ['', `/${cases[0].id}`, `/${cases[0].id}/history`, `/${cases[0].id}/attachments/1`])
      expect((await app.inject(`/api/proposals${path}`)).statusCode).toBe(401);
  });
});
