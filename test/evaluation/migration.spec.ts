import { VotesOnPaperAndUnits1795200600000 } from '../../migrations/1795200600000-votes-on-paper-and-units';
import { eachDatabase } from '../support/harness';
import * as steps from '../support/steps/evaluation';
import { aWorld } from '../support/world';

const ITEMS = `SELECT "id", "evaluationId", "proposalId", "place", "satisfied", "abstained", "grade", "passed"
  FROM "evaluationItem" WHERE "proposalId" IS NOT NULL ORDER BY "id"`;
const SHAPE = `SELECT "type", "name", "sql" FROM "sqlite_master" WHERE "tbl_name" = 'evaluationItem' ORDER BY 1, 2`;
const INDEXES = `SELECT "indexname", "indexdef" FROM "pg_indexes" WHERE "tablename" = 'evaluationItem' ORDER BY 1`;

eachDatabase('The items of meetings', (open, kind) => {
  it('stay as they are, with their indexes, when units may be rated beside proposals, and back', async () => {
    const app = await open();
    const world = await aWorld(app);
    const present = await steps.standingCommittee(app, world, 3);
    const proposalIds = [await steps.aKeyCase(app, world), await steps.aKeyCase(app, world)];
    await steps.evaluate(app, world, { proposalIds, present });
    const { id } = await steps.plan(app, world, { objects: 'units' });
    const [{ unitId }] = await app.database.rows<{ unitId: number }>('SELECT "unitId" FROM "assignment"');
    await steps.changeAgenda(app, world, id, [unitId], 'unitIds');
    const standing = async () => ({
      items: await app.database.rows(ITEMS),
      shape: await app.database.rows(kind === 'sqlite' ? SHAPE : INDEXES),
      next:
        kind === 'sqlite' ? await app.database.rows('SELECT * FROM "sqlite_sequence" ORDER BY "name"') : [],
    });
    const before = await standing();
    expect(before.items).toHaveLength(2);
    const migration = new VotesOnPaperAndUnits1795200600000();
    await app.database.transaction(async (em) => {
      const q = em.queryRunner!;
      await migration.down(q);
      expect(await q.query('SELECT * FROM "evaluationItem"')).toHaveLength(2);
      await migration.up(q);
    });
    const { next, ...after } = await standing();
    expect(after).toEqual({ items: before.items, shape: before.shape });
    expect(next.filter(isItems)).toEqual(before.next.filter(isItems));
    if (kind === 'sqlite') expect(await app.database.rows('PRAGMA foreign_key_check')).toEqual([]);
  });
});

const isItems = (row: unknown) => (row as { name: string }).name === 'evaluationItem';
