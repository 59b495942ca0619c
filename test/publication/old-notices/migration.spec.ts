import { eachDatabase } from '../../support/harness';
import { aWorld } from '../../support/world';
import { aNotice, aPublishableCase, onNotice, readNotice } from '../../support/steps/publication';
import { OldNoticesAreReadIn1795200610000 } from '../../../migrations/1795200610000-old-notices-are-read-in';

eachDatabase('The items of notices', (open, kind) => {
  it('stay as they are, with their corrections and indexes, when their case may be empty, and back', async () => {
    const app = await open();
    const world = await aWorld(app);
    const { id: proposalId } = await aPublishableCase(app, world);
    const id = await aNotice(app, world, [{ proposalId }]);
    const [{ id: itemId }] = (await readNotice(app, world.by.clerk, id)).items;
    const correction = { itemId, summary: '全市新增停车位 1300 个，完成全年目标的 80%。', note: '有误。' };
    await onNotice(app, world.by.office, id, 'correct', correction);
    const standing = async () => ({
      items: await app.database.rows('SELECT * FROM "noticeItem"'),
      corrections: await app.database.rows('SELECT * FROM "noticeCorrection"'),
      shape: kind === 'sqlite' ? await app.database.rows(SHAPE) : [],
    });
    const before = await standing();
    const migration = new OldNoticesAreReadIn1795200610000();
    await app.database.transaction(async (em) => {
      const q = em.queryRunner!;
      await migration.down(q);
      await expectRefused(() => q.query('SELECT 1 FROM "oldNotice"'), kind);
      await migration.up(q);
    });
    expect(await standing()).toEqual(before);
    if (kind === 'sqlite') expect(await app.database.rows('PRAGMA foreign_key_check')).toEqual([]);
  });
});

const SHAPE = `SELECT "type", "name", "sql" FROM "sqlite_master" WHERE "tbl_name" = 'noticeItem' ORDER BY 1, 2`;

/** A statement that fails ends the transaction on PostgreSQL; there it is enough that the way back is free. */
async function expectRefused(work: () => Promise<unknown>, kind: string): Promise<void> {
  if (kind === 'sqlite') await expect(work()).rejects.toThrow('oldNotice');
}
