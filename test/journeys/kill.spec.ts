import { Relay } from '../../src/notifications/relay';
import { HistoryVerification } from '../../src/platform/history/verification';
import { startChild } from '../support/child';
import { eachDatabase, type RunningApp } from '../support/harness';
import { aWorld, type World } from '../support/world';
import { chaptersOf, halfDone } from './kill/soundness';
import { type Answered, write } from './kill/writers';

const WRITERS = 6;
const ROUNDS = 4;
const MOST_MS = 25_000;

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

eachDatabase('A server killed while it writes', (open) => {
  let app: RunningApp;
  let world: World;
  let survivor: RunningApp;
  const answered: Answered[] = [];

  beforeAll(async () => {
    // The built server knows no other time than the present.
    app = await open({ at: new Date().toISOString() });
    world = await aWorld(app);
    // Whoever is killed must be alone with the database, and whoever comes after must put it in order.
    await app.app.close();
  });

  /** Waits until so many have been answered, and one that others are told of; a writer that fails fails the spec. */
  async function untilAnswered(count: number, writing: Promise<unknown>): Promise<void> {
    const failed = writing.then(() => Promise.reject(new Error('The server has gone by itself.')));
    while (answered.length < count || !answered.some(({ action }) => action === 'submit'))
      await Promise.race([after(5), failed]);
    failed.catch(() => undefined);
  }

  it('is killed again and again, each time at a moment of its own', async () => {
    const begun = Date.now();
    for (let round = 0; round < ROUNDS && Date.now() - begun < MOST_MS; round += 1) {
      const child = await startChild(app.environment);
      const writers = Array.from({ length: WRITERS }, () => write(child.url, world, answered));
      const writing = Promise.all(writers);
      await untilAnswered(answered.length + WRITERS, writing);
      await after(Math.random() * 1000);
      await child.end('SIGKILL');
      await writing;
    }
    survivor = await open({ environment: app.environment, at: new Date().toISOString() });
  }, 60_000);

  it('has kept everything it answered with success', async () => {
    const chapters = await chaptersOf(survivor);
    const lost = answered.filter(({ kind, id, action, stage, version }) => {
      const entry = chapters.get(`${kind} ${id}`)?.[version - 1];
      return entry?.action !== action || entry.stageTo !== stage;
    });
    expect(lost).toEqual([]);
    const numbers = await survivor.database.rows<{ id: number; receiptNo: number; caseNo: number }>(
      'SELECT "id", "receiptNo", "caseNo" FROM "proposal"',
    );
    const of = new Map(numbers.map((row) => [row.id, row]));
    for (const { id, receiptNo, caseNo } of answered) {
      if (receiptNo) expect(of.get(id)?.receiptNo).toBe(receiptNo);
      if (caseNo) expect(of.get(id)?.caseNo).toBe(caseNo);
    }
  });

  it('has left nothing half-done', async () => {
    expect(await survivor.get(HistoryVerification).verify()).toMatchObject({ sound: true });
    expect(await halfDone(survivor)).toEqual([]);
    if (survivor.kind === 'sqlite')
      expect(await survivor.database.rows('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('tells afterwards whoever had not been told yet, and nobody twice', async () => {
    await survivor.get(Relay).drain();
    const waiting = 'SELECT "id" FROM "outbox" WHERE "doneAt" IS NULL';
    expect(await survivor.database.rows(waiting)).toEqual([]);
    const twice =
      'SELECT "historyId" FROM "notification" GROUP BY "historyId", "accountId" HAVING COUNT(*) > 1';
    expect(await survivor.database.rows(twice)).toEqual([]);
    const [{ told }] = await survivor.database.rows<{ told: number }>(
      'SELECT COUNT(*) AS "told" FROM "notification"',
    );
    expect(told).toBeGreaterThan(0);
  });
});
