import { eachDatabase, type RunningApp } from '../support/harness';
import { codesOf, faultsOf } from '../support/problems';
import { send } from '../support/requests';
import * as step from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const FORMS = ['', '.md', '.json', '.docx'];
const CORRECTED = { summary: '全市新增停车位 1180 个，其中机关单位错时开放 300 个。', note: '原数字有误。' };

eachDatabase('The public', (open) => {
  let app: RunningApp;
  let world: World;
  let items: { proposalId: number }[];
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    items = [{ proposalId: (await step.aPublishableCase(app, world)).id }];
  });

  const all = (id: number) => Promise.all(FORMS.map((form) => step.visit(app, `/${id}${form}`)));
  const statuses = async (id: number) => (await all(id)).map(({ statusCode }) => statusCode);
  const correct = (id: number, itemId: number, more: object = {}, by = world.by.office) =>
    send(app, by, 'POST', `/api/notices/${id}/correct`, { itemId, ...CORRECTED, ...more });
  const itemIn = async (id: number) => (await step.readNotice(app, world.by.clerk, id)).items[0].id;

  it('sees a notice from the moment it is issued, and nothing of it before', async () => {
    const id = await step.anArrangedNotice(app, world, items, { title: '尚在编制的公示' });
    const unseen = async () => {
      expect(await statuses(id)).toEqual([404, 404, 404, 404]);
      expect((await step.visit(app, '')).body).not.toContain('尚在编制的公示');
    };
    await unseen();
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    await unseen();
    await step.onNotice(app, world.by.office, id, 'approve');
    await unseen();
    await step.onNotice(app, world.by.otherOffice, id, 'issue');
    expect(await statuses(id)).toEqual([200, 200, 200, 200]);
    expect((await step.visit(app, '')).body).toContain(`<a href="/notices/${id}">尚在编制的公示</a>`);
  });

  it('reads in JSON exactly what is public', async () => {
    const id = await step.aNotice(app, world, [{ ...items[0], ...{ tag: '专题类' } }]);
    await correct(id, await itemIn(id));
    const notice = (await step.visit(app, `/${id}.json`)).json();
    expect(notice).toEqual({
      id,
      ...step.HEAD,
      issuedAt: '2026-03-02T01:00:00.000Z',
      items: [
        {
          id: await itemIn(id),
          subject: '关于整治老旧小区停车难的建议',
          tag: '专题类',
          sponsors: ['王一文'],
          leadUnits: ['市交通运输局'],
          document: 'summary',
          summary: CORRECTED.summary,
          files: [],
        },
      ],
      corrections: [{ itemId: await itemIn(id), at: '2026-03-02T01:00:00.000Z', note: CORRECTED.note }],
      comments: [],
      commentsUntil: '2026-04-01',
    });
  });

  it('sees that something was corrected, with day and note, in every form; not what stood there', async () => {
    const id = await step.aNotice(app, world, items);
    const before = (await step.visit(app, `/${id}`)).headers.etag;
    app.clock.advance(24 * 3_600_000);
    expect((await correct(id, await itemIn(id))).status).toBe(200);
    const [html, markdown, json] = await all(id);
    expect(html.body).toContain(
      '<p role="note"><strong>更正（<time datetime="2026-03-03">2026年3月3日</time>）：</strong>原数字有误。</p>',
    );
    expect(markdown.body).toContain('**更正（2026年3月3日）：**原数字有误。');
    expect(json.json().corrections).toMatchObject([{ note: '原数字有误。' }]);
    for (const { body } of [html, markdown, json]) {
      expect(body).toContain('1180');
      expect(body).not.toContain('1200');
    }
    expect(html.headers.etag).not.toBe(before);
    const { history } = await step.readNotice(app, world.by.auditor, id);
    expect(history[0].change).toMatchObject({ before: step.SUMMARY, after: CORRECTED.summary });
  });

  it('is spared corrections that are nobody’s, of nothing, or not cleared of personal data', async () => {
    const id = await step.aNotice(app, world, items);
    const item = await itemIn(id);
    for (const by of [world.by.clerk, world.by.director, world.by.auditor])
      expect(codesOf(await correct(id, item, {}, by))).toEqual([403, ['notYours']]);
    expect(faultsOf(await correct(id, item + 1))).toEqual([422, ['itemId unknown']]);
    const summary = `${CORRECTED.summary}联系人手机13812345678。`;
    const note = '原号码13912345678有误。';
    const found = ['accepted mobile', 'accepted mobile'];
    expect(faultsOf(await correct(id, item, { summary, note }))).toEqual([422, found]);
    expect((await step.visit(app, `/${id}`)).body).toContain(step.SUMMARY);
    const accepted = ['13812345678', '13912345678'];
    expect((await correct(id, item, { summary, note, accepted })).status).toBe(200);
    const unissued = await step.aPreparedNotice(app, world, items);
    const early = await correct(unissued, await itemIn(unissued));
    expect(codesOf(early)).toEqual([409, ['wrongStage']]);
  });

  it('finds a tombstone where a notice was taken down: 410, with day and reason, and nothing else', async () => {
    const id = await step.aNotice(app, world, items);
    const down = { reason: '第三条数据\n须重新核实。' };
    const attempt = await step.tryOnNotice(app, world.by.clerk, id, 'take-down', down);
    expect(codesOf(attempt)).toEqual([403, ['notYours']]);
    await step.onNotice(app, world.by.office, id, 'take-down', down);
    expect(await statuses(id)).toEqual([410, 410, 410, 410]);
    const [html, markdown, json] = await all(id);
    expect(json.json()).toEqual({
      id,
      title: step.HEAD.title,
      takenDownAt: '2026-03-03T01:00:00.000Z',
      reason: down.reason,
    });
    expect(markdown.body).toBe(
      `# ${step.HEAD.title}\n\n本公示已于2026年3月3日撤下。\n\n原因：第三条数据\n\n须重新核实。\n`,
    );
    expect(html.body).toContain('本公示已于<time datetime="2026-03-03">2026年3月3日</time>撤下。');
    for (const { body } of [html, markdown, json]) expect(body).not.toContain('停车');
    expect((await step.visit(app, '')).body).toMatch(
      new RegExp(
        `<a href="/notices/${id}">${step.HEAD.title}</a>（[^<]+，<time [^>]+>[^<]+</time>，已撤下）`,
      ),
    );
    expect(codesOf(await step.tryOnNotice(app, world.by.office, id, 'take-down', down))[0]).toBe(409);
    expect((await step.readNotice(app, world.by.clerk, id)).items).toHaveLength(1);
  });

  it('finds the newest notice first', async () => {
    const older = await step.aNotice(app, world, items);
    const id = await step.anArrangedNotice(app, world, items, { datedOn: '2026-10-01' });
    await step.onNotice(app, world.by.clerk, id, 'prepare');
    await step.onNotice(app, world.by.office, id, 'approve');
    await step.onNotice(app, world.by.otherOffice, id, 'issue');
    const { body } = await step.visit(app, '');
    const [first, ...listed] = [...body.matchAll(/href="\/notices\/(\d+)"/g)].map((match) =>
      Number(match[1]),
    );
    expect(first).toBe(older);
    expect(listed.at(-1)).toBe(id);
  });
});

eachDatabase('Before there is any notice', (open) => {
  it('the list says so', async () => {
    const app = await open();
    const { statusCode, body } = await step.visit(app, '');
    expect([statusCode, body.includes('目前没有公示。'), body.includes('<ul>')]).toEqual([200, true, false]);
  });
});
