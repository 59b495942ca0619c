import { type Choice, encode, openPaper } from '../../src/evaluation/ballot-paper';
import { openLock } from '../../src/evaluation/lock';
import { bytesOf, dumpOf } from '../support/bytes';
import { eachDatabase, type RunningApp } from '../support/harness';
import type { Person } from '../support/people';
import { must } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { aWorld, type World } from '../support/world';

interface BallotRow {
  key: string;
  evaluationId: number;
  sealed: string;
}

/** Where a row lies and which transaction wrote it. */
const PLACE = { sqlite: 'rowid', postgres: '"ctid"' };

/** The specs of secrecy have everything an administrator has: all tables, the files, every account but the phrases. */
eachDatabase('Whoever has the whole database', (open, kind) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let id: number;
  let marks: steps.Mark[][];
  let voted: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 8);
    const proposalIds = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
    id = await steps.anOpenBox(app, world, { proposalIds, present: seats });
    const choices: steps.Mark[] = ['satisfied', 'basicallySatisfied', 'dissatisfied', 'abstained'];
    marks = seats.map((_, at) => [choices[at % 4], choices[(at + 1 + Math.floor(at / 4)) % 4]]);
    for (voted = 0; voted < 5; voted += 1) await steps.vote(app, seats[voted], id, marks[voted]);
  });

  const ballots = (order = '"key"') =>
    app.database.rows<BallotRow>(`SELECT * FROM "ballot" ORDER BY ${order}`);
  const sheets = (people: Person[]) =>
    Promise.all(people.map(({ headers }) => must(app, { headers }, 'GET', `/api/evaluations/${id}`)));
  /** Every way in which somebody might have written down what was voted. */
  const traces = (each: steps.Mark[]): string[] => {
    const paper = encode(each as Choice[]);
    return [paper.toString('hex'), paper.toString('base64'), JSON.stringify(each), each.join()];
  };
  const found = (text: string, wanted: string[]) => wanted.filter((each) => text.includes(each));
  const onDisk = async () =>
    (await bytesOf(app, ['ballot', 'evaluationVoter', 'history'])).toString('latin1');

  describe('while the box is open', () => {
    it('finds ballots that say nothing but which box they lie in', async () => {
      const rows = await ballots();
      expect(rows).toHaveLength(5);
      for (const row of rows) {
        expect(Object.keys(row).sort()).toEqual(['evaluationId', 'key', 'sealed']);
        expect(row.key).toMatch(/^[0-9a-f]{32}$/);
      }
      expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1);
      expect(new Set(rows.flatMap(({ key, sealed }) => [key, sealed])).size).toBe(10);
    });

    it('finds no key, no ballot and no choice in any other table', async () => {
      const others = await dumpOf(app, ['ballot']);
      const wanted = (await ballots()).flatMap(({ key, sealed }) => [key, sealed.slice(0, 40)]);
      expect(found(others, [...wanted, ...marks.flatMap(traces)])).toEqual([]);
    });

    it('finds in the history that ballots came in, but neither whose nor by which request', async () => {
      const rows = await app.database.rows<Record<string, unknown>>(
        `SELECT "actorName", "accountId", "onBehalfOf", "requestId", "change", "tells", "proposalId" FROM "history"
          WHERE "action" = 'vote'`,
      );
      const nobody = { actorName: '投票人', accountId: null, onBehalfOf: null, requestId: null };
      expect(rows).toEqual(Array(5).fill({ ...nobody, change: '{}', tells: '[]', proposalId: null }));
      expect(
        await app.database.rows(
          'SELECT 1 FROM "notification" n JOIN "history" h ON h."id" = n."historyId" WHERE h."action" = \'vote\'',
        ),
      ).toEqual([]);
    });

    it('learns nothing from the order of the rows, their place or the transaction that wrote them', async () => {
      const byPlace = await ballots(PLACE[kind]);
      const inOrderOfKeys = [...byPlace].sort((one, other) => (one.key < other.key ? -1 : 1));
      expect(byPlace).toEqual(inOrderOfKeys);
      const before = byPlace.map(({ sealed }) => sealed);
      expect((await steps.vote(app, seats[voted], id, marks[voted])).status).toBe(201);
      voted += 1;
      const after = await ballots(PLACE[kind]);
      expect(after.map(({ key }) => key)).not.toEqual(expect.arrayContaining([byPlace[0].key]));
      expect(after.filter(({ sealed }) => before.includes(sealed))).toHaveLength(before.length);
      if (kind === 'sqlite') return;
      const writers = await app.database.rows('SELECT DISTINCT "xmin"::text AS "by" FROM "ballot"');
      expect(writers).toHaveLength(1);
    });

    it('has only ciphertext for a ballot it could link to its voter, even with one of the phrases', async () => {
      const [{ sealed }] = await ballots();
      const locks = await app.database.rows<{ publicKey: string; lockedKey: string; accountId: number }>(
        'SELECT * FROM "ballotLock" ORDER BY "id"',
      );
      const box = `tiban ballot box ${id}/1`;
      const keyOf = (at: number, phrase: string) =>
        openLock(locks[at], phrase, `${box}, lock of ${locks[at].accountId}`);
      expect(await keyOf(1, steps.PHRASES[0])).toBeNull();
      const known = (await keyOf(0, steps.PHRASES[0])) as Buffer;
      for (const keys of [[known], [known, known]]) expect(() => openPaper(sealed, keys, box)).toThrow();
      expect(found(await dumpOf(app), steps.PHRASES)).toEqual([]);
    });

    it('finds no choice in the files', async () => {
      const bytes = await onDisk();
      const [{ key }] = await ballots();
      expect(found(bytes, [key, ...steps.PHRASES, ...marks.flatMap(traces)])).toEqual([key]);
    });

    it('sees no tally, so that the last voter cannot be told from the difference', async () => {
      const { by } = world;
      const readers = [by.clerk, by.director, by.teller, by.office, by.auditor, seats[0].by];
      const before = await sheets(readers);
      for (; voted < seats.length; voted += 1) await steps.vote(app, seats[voted], id, marks[voted]);
      const after = await sheets(readers);
      for (const [at, { items, collected, receipts }] of after.entries()) {
        expect(items).toEqual(before[at].items);
        for (const { counts, grade, passed } of items)
          expect({ counts, grade, passed }).toEqual({ counts: null, grade: null, passed: null });
        expect({ collected, receipts }).toEqual({ collected: 0, receipts: 8 });
      }
    });
  });

  describe('after it has been closed', () => {
    let sealed: string[];

    beforeAll(async () => {
      sealed = (await ballots()).map((row) => row.sealed);
      await steps.closeBox(app, world, id);
    });

    it('finds counts, and no ballot and no lock', async () => {
      const { items } = await steps.sheetOf(app, world.by.clerk, id);
      const total = (of: Partial<Record<steps.Mark, number>> | null) =>
        Object.values(of ?? {}).reduce((sum, count) => sum + count, 0);
      expect(items.map(({ counts }) => total(counts))).toEqual([8, 8]);
      expect(await ballots()).toEqual([]);
      expect(await app.database.rows('SELECT 1 FROM "ballotLock"')).toEqual([]);
    });

    it('finds not even the ciphertext in the files any more', async () => {
      const bytes = await bytesOf(app, ['ballot', 'ballotLock']);
      const ciphertext = sealed.map((each) => each.slice(0, 60));
      expect(found(bytes.toString('latin1'), [...ciphertext, ...marks.flatMap(traces)])).toEqual([]);
    });

    it('finds the count sealed in the chain of the history, and still no voter', async () => {
      const [{ change, accountId }] = await app.database.rows<{ change: string; accountId: number }>(
        `SELECT "change", "accountId" FROM "history" WHERE "action" = 'close'`,
      );
      expect(accountId).toBe(world.by.teller.accountId);
      const { issued, collected, items } = JSON.parse(change);
      expect([issued, collected, items.length]).toEqual([8, 8, 2]);
      for (const { by } of seats) expect(change).not.toContain(by.name);
    });
  });
});
