import { createHash } from 'node:crypto';
import { eachDatabase, type RunningApp } from '../support/harness';
import { openArchive } from '../../src/platform/spreadsheet/archive';
import { must, perform, send } from '../support/requests';
import { acknowledge, assign, handOver, SOLE } from '../support/steps/assignment';
import * as steps from '../support/steps/evaluation';
import { designateKey, aFiledProposal } from '../support/steps/examination';
import { conclude, rate } from '../support/steps/feedback';
import { PLANNED_REPLY, reply } from '../support/steps/handling';
import * as paper from '../support/steps/papers';
import { aWorld, type World } from '../support/world';

const SUBJECT = '关于<b>停车</b>&公交的建议';

eachDatabase('What is printed for a meeting', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 6);
    const { id: key } = await aFiledProposal(app, world, { subject: SUBJECT });
    await designateKey(app, world, key);
    await handOver(app, world, key);
    const [lead] = (await assign(app, world, key, SOLE)).assignments;
    await acknowledge(app, world, lead);
    await reply(app, world, lead, { reply: PLANNED_REPLY });
    await rate(app, world.by.first, key);
    await conclude(app, world, key);
    await perform(app, world.by.clerk, key, 'summarise', {
      summary: '新增车位八百个。\n群众满意。',
      extent: 'summary',
    });
    id = await paper.anOpenMeeting(app, world, { ballots: 'both', proposalIds: [key], present: seats });
  });

  const get = (path: string, by = world.by.clerk) =>
    app.inject({ url: `/evaluations/${id}/${path}`, headers: by.headers });
  const textOf = (file: Buffer) =>
    (openArchive(file, 5_000_000).read('word/document.xml')?.toString('utf8') ?? '').replace(/<[^>]+>/g, '');
  const announcement = () => must(app, world.by.clerk, 'GET', `/api/evaluations/${id}/announcement`);

  it('the booklet has on each item all that lies before the voters, and nobody’s single rating', async () => {
    const { items } = await must(app, seats[0].by, 'GET', `/api/evaluations/${id}/booklet`);
    expect(items).toMatchObject([
      {
        subject: SUBJECT,
        cases: [
          {
            sponsors: ['王一文'],
            leadUnits: [{ unit: '市交通运输局', class: 'B' }],
            ratings: { forms: 1, attitude: { satisfied: 1 } },
            summary: '新增车位八百个。\n群众满意。',
            promises: [
              { text: PLANNED_REPLY.promises[0].text, dueOn: '2026-12-31', keptOn: null, state: 'open' },
            ],
          },
        ],
      },
    ]);
    const page = await get('booklet', seats[0].by);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('private, no-store');
    expect(page.body).toContain('&lt;b>停车&lt;/b>&amp;公交');
    for (const text of [
      '王一文',
      '市交通运输局（B类',
      '收到反馈表 1 份',
      '群众满意。',
      '2026年12月31日',
      '办理中',
    ])
      expect(page.body).toContain(text);
    expect(page.body).not.toMatch(/<(script|style)|<link (?!rel="(icon|stylesheet)"[^>]* href="\/assets\/)/);
    const file = await get('booklet.docx');
    expect(file.headers['content-type']).toMatch(/wordprocessingml/);
    for (const text of ['新增车位八百个。', '承诺事项', '&lt;b&gt;停车'])
      expect(textOf(file.rawPayload)).toContain(text);
  });

  it('the papers have every item and every option, and no number, for those who hand them out', async () => {
    const page = await get('ballots?copies=3');
    expect(page.body.match(/<h1>/g)).toHaveLength(3);
    for (const text of ['满意', '基本满意', '不满意', '弃权', '第 1 轮', '一行都不划的视为弃权'])
      expect(page.body).toContain(text);
    const copies = page.body
      .split('<hr')
      .map((each) => each.slice(each.indexOf('<h1>'), each.lastIndexOf('</p>')));
    expect(new Set(copies).size).toBe(1);
    expect(textOf((await get('ballots.docx?copies=2')).rawPayload).match(/填写说明/g)).toHaveLength(2);
    expect((await get('ballots', seats[0].by)).statusCode).toBe(403);
    for (const nonsense of ['0', '-1', '1.5', 'x', '101', '1e9'])
      expect((await get(`ballots?copies=${nonsense}`)).statusCode).toBe(422);
  });

  it('the screen says how many, and of the votes nothing; it asks for itself again', async () => {
    await paper.handOut(app, world, id, seats.slice(0, 3));
    for (const seat of seats.slice(3)) await steps.vote(app, seat, id, ['satisfied']);
    const screen = await must(app, world.by.clerk, 'GET', `/api/evaluations/${id}/screen`);
    expect(screen).toEqual({
      ...{
        id,
        title: '常委会会议民主评议',
        heldOn: '2026-03-20',
        stage: 'opened',
        stageWord: '投票中',
        round: 1,
      },
      ...{ ballots: 'both', shut: false, due: 6, present: 6, issued: 6, papers: 3, voted: 3 },
    });
    const page = await get('screen');
    expect(page.body).toContain('<meta http-equiv="refresh" content="5"');
    expect(page.body).not.toMatch(/满意|<script/);
  });

  it('there is no result before it is counted', async () => {
    for (const path of ['announcement', 'announcement.docx']) expect((await get(path)).statusCode).toBe(409);
    await paper.shutBox(app, world, id);
    const [itemId] = await paper.itemIdsOf(app, id);
    await paper.count(app, world, id, itemId, paper.aCount(3, paper.marks(0, 0, 3)));
    expect((await get('announcement')).statusCode).toBe(409);
    await steps.closeBox(app, world, id);
  });

  it('the announcement says the result and its tie, and carries a seal that anybody can reckon again', async () => {
    const { items, seal, issuer } = await announcement();
    expect(items).toMatchObject([
      {
        counts: { satisfied: 3, dissatisfied: 3 },
        tied: ['satisfied', 'dissatisfied'],
        grade: 'dissatisfied',
      },
    ]);
    expect(issuer).toBe('温岭市政协办公室');
    expect(createHash('sha256').update(seal.text, 'utf8').digest('hex')).toBe(seal.hash);
    expect(seal).toMatchObject({ algorithm: 'SHA-256', intact: true });
    const [{ change }] = await app.database.rows<{ change: string }>(
      'SELECT "change" FROM "history" WHERE "id" = ?',
      [seal.historyId],
    );
    const { hash, ...sheet } = JSON.parse(change);
    expect({ hash, sheet }).toEqual({ hash: seal.hash, sheet: JSON.parse(seal.text) });
    expect((await get('announcement')).body).toContain('（尚未宣布）');
    await steps.announce(app, world, id);
    const page = await get('announcement', seats[0].by);
    expect(page.body).not.toContain('（尚未宣布）');
    for (const text of [
      seal.hash,
      '“满意”与“不满意”票数相同',
      '应到 6 人',
      '收回 6 张',
      '与计票时封存的一致',
    ])
      expect(page.body).toContain(text);
    const text = textOf((await get('announcement.docx')).rawPayload);
    for (const part of [seal.hash, '票数相同', '不满意']) expect(text).toContain(part);
  });

  it('the seal breaks when somebody changes a count behind the system’s back', async () => {
    const change = (by: number) =>
      app.database.transaction((em) =>
        app.database.change(
          `UPDATE "evaluationItem" SET "satisfied" = "satisfied" + ? WHERE "evaluationId" = ?`,
          [by, id],
          em,
        ),
      );
    await change(1);
    expect((await announcement()).seal.intact).toBe(false);
    expect((await get('announcement')).body).toContain('不一致');
    await change(-1);
    expect((await announcement()).seal.intact).toBe(true);
  });

  it('does not exist for those who have nothing to do with meetings, nor without a sign-in', async () => {
    const paths = [
      'booklet',
      'booklet.docx',
      'ballots',
      'ballots.docx',
      'screen',
      'announcement',
      'announcement.docx',
    ];
    for (const path of paths) {
      for (const by of [world.by.first, world.by.transport.leader, world.by.administrator])
        expect((await get(path, by)).statusCode).toBe(404);
      expect((await app.inject(`/evaluations/${id}/${path}`)).statusCode).toBe(401);
      for (const unknown of ['0', 'abc', '999999', '-1'])
        expect(
          (await app.inject({ url: `/evaluations/${unknown}/${path}`, headers: world.by.clerk.headers }))
            .statusCode,
        ).toBe(404);
    }
    for (const path of ['booklet', 'screen', 'announcement', 'counts'])
      expect((await send(app, world.by.first, 'GET', `/api/evaluations/${id}/${path}`)).status).toBe(404);
  });
});
