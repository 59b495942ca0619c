import { PORTION, portionIn } from '../../../src/pages/desks/batch-portions';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import type { Person } from '../../support/people';
import type { SeenPage } from '../../support/seen-page';
import { submitProposal } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

const MANY = PORTION + 3;
const QUEUE = '/desk/examination/many';
const HAND_OVER = '/desk/hand-over/many';

eachDatabase('A long batch', (open) => {
  let app: RunningApp;
  let world: World;
  const ids: number[] = [];
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    for (let number = 1; number <= MANY; number += 1)
      ids.push((await submitProposal(app, world, { subject: `关于第${number}件事的建议` })).id);
  });

  const stages = async () => {
    const sql = 'SELECT "stage", COUNT(*) AS "count" FROM "proposal" GROUP BY "stage" ORDER BY "stage"';
    const rows = await app.database.rows<{ stage: string; count: number }>(sql);
    return rows.map(({ stage, count }) => `${stage} ${count}`);
  };

  /** Sends the ticked ones from a list, and goes on to the end; gives the page in between and the last one. */
  async function goThrough(by: Person, list: string, action: string, fields: Record<string, string>) {
    const visitor = visit(app, by);
    const page = await visitor.get(list);
    const between: SeenPage = await visitor.submit(page, action, { ids: ids.map(String), ...fields });
    return { between, last: await visitor.submit(between, action) };
  }

  it('says after a part of them how far it has come, and in the end what became of each', async () => {
    const { between, last } = await goThrough(world.by.clerk, '/desk/examination', `${QUEUE}/recommend`, {
      outcome: 'file',
      reason: '选题具体，建议可行。',
    });
    expect(between.text).toContain(`已处理 ${PORTION} 件，还有 3 件`);
    expect(between.html).toContain(`max="${MANY}" value="${PORTION}"`);
    expect(last.text).toContain(`办成 ${MANY} 件。`);
    expect(last.text).toContain('关于第1件事的建议');
    expect(await stages()).toEqual([`submitted ${MANY}`]);
  });

  it('keeps what was filled in for all of them', async () => {
    const filed = await goThrough(
      world.by.director,
      '/desk/examination?waiting=confirm',
      `${QUEUE}/file`,
      {},
    );
    expect(filed.last.text).toContain(`办成 ${MANY} 件。`);
    expect(await stages()).toEqual([`filed ${MANY}`]);
    const given = await goThrough(world.by.clerk, '/desk/hand-over', HAND_OVER, {
      officeForAll: String(world.offices.government),
    });
    expect(given.between.text).toContain('还有 3 件');
    expect(given.last.text).toContain(`办成 ${MANY} 件。`);
    expect(await stages()).toEqual([`handedOver ${MANY}`]);
  });
});

describe('What a form brings back of the parts before', () => {
  const before = (done: unknown) => portionIn({ ids: ['1'], _done: done }).before;

  it('is what the page wrote into it', () => {
    const results = [
      { id: 1, ok: true, caseNo: 3, reasons: [] },
      { id: 2, ok: false, reasons: [{ message: '现在不能办理。' }] },
    ];
    expect(before(JSON.stringify(results))).toEqual(results);
  });

  it.each([
    ...['{', '7', 'null', '[[[[]]]]', '[null, 1, "x"]', '[{"id":"1","ok":true}]', '[{"id":-1,"ok":true}]'],
    ...['[{"id":1.5,"ok":true}]', '[{"id":1,"ok":"yes"}]', '{"id":1,"ok":true}', undefined, ['[]', '[]']],
  ])('is nothing where it is %j', (done) => expect(before(done)).toEqual([]));

  it('is no longer than what a page shows, and holds nothing else', () => {
    const one = {
      id: 1,
      ok: false,
      caseNo: 'x',
      reasons: [{ message: 'x'.repeat(900) }, { text: 1 }],
      more: 1,
    };
    const [first, ...rest] = before(JSON.stringify(Array.from({ length: 5000 }, () => one)));
    expect(rest.length).toBe(999);
    expect(first).toEqual({ id: 1, ok: false, reasons: [{ message: 'x'.repeat(500) }] });
  });
});
