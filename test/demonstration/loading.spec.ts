import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { perform } from '../../src/demonstration/demonstration';
import { HistoryVerification } from '../../src/platform/history/verification';
import type { IssuedNotice } from '../../src/publication/notice-pages';
import { type RunningApp, startApp } from '../support/harness';

const SEED = join(__dirname, '..', '..', '..', 'shared', 'seeds', 'notice-2022.txt');

/** Subject, tag, sponsors and lead units of each item of the published notice. */
function itemsOfSeed(): object[] {
  const text = readFileSync(SEED, 'utf8');
  const field = (name: string) =>
    [...text.matchAll(new RegExp(`^\\*\\*${name}：\\*\\*(.*)$`, 'gm'))].map((m) => m[1].trim());
  const [sponsors, units] = [field('提案领衔者'), field('主办单位')];
  return field('案由').map((subject, at) => {
    const [, title, tag] = /^《(.*)》(?:（(.*)）)?$/.exec(subject) ?? [];
    return {
      subject: title,
      tag: tag ?? null,
      sponsors: sponsors[at].split('、'),
      leadUnits: units[at].split('、'),
    };
  });
}

describe('the demonstration', () => {
  let app: RunningApp;
  let notice: IssuedNotice;

  beforeAll(async () => {
    app = await startApp({ at: '2022-02-21T00:30:00.000Z' });
    await perform(app.app, app.clock, '2026-11-20');
    notice = (await app.inject('/notices/1.json')).json<IssuedNotice>();
  }, 300_000);
  afterAll(() => app.close());

  const count = async (sql: string) =>
    (await app.database.rows<{ n: number }>(`SELECT COUNT(*) AS n FROM ${sql}`))[0].n;

  (existsSync(SEED) ? it : it.skip)('issues the fourteen items of the real notice in its order', () => {
    const shown = notice.items.map(({ subject, tag, sponsors, leadUnits }) => ({
      subject,
      tag,
      sponsors,
      leadUnits,
    }));
    expect(shown).toEqual(itemsOfSeed());
  });

  it('dates the notice as the real one, with its issuer and contact', () => {
    const { issuer, contactAddress, contactPhone, datedOn } = notice;
    expect({ issuer, contactAddress, contactPhone, datedOn }).toEqual({
      issuer: '温岭市政协办公室',
      contactAddress: '温岭市行政中心11楼市政协提案委',
      contactPhone: '0576-86111970',
      datedOn: '2022-11-18',
    });
    expect(notice.items).toHaveLength(14);
  });

  it('has all fourteen evaluated 满意 and archived, each after its own life', async () => {
    const where = `"proposal" WHERE "isKey" AND "stage" = 'archived' AND "grade" = 'satisfied'`;
    expect(await count(where)).toBe(14);
    expect(await count(`"reply" WHERE "issuedAt" < '2022-11-01'`)).toBe(14);
  });

  it('leaves the twelve others in stages of their own, so that every list has something in it', async () => {
    const rows = await app.database.rows<{ stage: string }>(
      `SELECT "stage" FROM "proposal" WHERE "sessionId" = 2 ORDER BY "id"`,
    );
    const handling = Array<string>(5).fill('handling');
    const others = ['draft', 'draft', 'filed', 'notFiled', 'replied', 'returned', 'withdrawn'];
    expect(rows.map((row) => row.stage).sort()).toEqual([...handling, ...others].sort());
    expect(
      await count(`"deadline" WHERE "state" = 'running' AND "dueOn" < '2026-11-20' AND "clock" = 'reply'`),
    ).toBe(1);
    expect(await count(`"unitRequest" WHERE "decision" IS NULL AND "kind" = 'return'`)).toBe(1);
    expect(await count(`"countersignature" WHERE "state" = 'asked'`)).toBe(1);
    expect(await count(`"proposal" WHERE "round" = 2`)).toBe(1);
  });

  it('keeps a history that verifies, and an inbox for those concerned', async () => {
    expect(await app.get(HistoryVerification).verify()).toMatchObject({ sound: true });
    expect(await count('"notification"')).toBeGreaterThan(1000);
    expect(await count('"outbox" WHERE "doneAt" IS NULL')).toBe(0);
  });

  it('owes nothing for the fourteen any more, and something for every other open case', async () => {
    expect(
      await count(
        `"deadline" d JOIN "proposal" p ON p."id" = d."proposalId" WHERE p."stage" = 'archived' AND d."state" IN ('running', 'paused')`,
      ),
    ).toBe(0);
    const open = `"proposal" p WHERE p."stage" NOT IN ('archived', 'notFiled', 'withdrawn', 'merged')`;
    const owed = `EXISTS (SELECT 1 FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running')`;
    expect(await count(`${open} AND ${owed}`)).toBe(await count(open));
  });
});
