import { SYSTEM } from '../../../src/lifecycle/people';
import { UnitsService } from '../../../src/people/units/units.service';
import { SponsorsService } from '../../../src/people/sponsors/sponsors.service';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { signInAs } from '../../support/people';
import { must, send } from '../../support/requests';
import { onNotice, readNotice, visit } from '../../support/steps/publication';
import { aWorld, type World } from '../../support/world';
import { PAPER } from './papers';

interface Preview {
  items: {
    sponsors: { name: string; id: number | null }[];
    leadUnits: { name: string; id: number | null }[];
  }[];
  notUnderstood: { line: number }[];
  doubts: { code: string; line: number }[];
  unknownSponsors: { name: string; items: number[]; candidates: { id: number }[] }[];
  unknownUnits: { name: string; candidates: object[] }[];
  questions: { field: string; code: string }[];
  ready: boolean;
}

const URL = '/api/old-notices';

eachDatabase('A notice from before this record', (open) => {
  let app: RunningApp;
  let world: World;
  /** Another one each time: none is taken in twice. */
  let paper: string;
  let count = 0;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => {
    count += 1;
    paper = PAPER.replace('一次会议', `第${count}次会议`);
  });

  const preview = (body: object) => must<Preview>(app, world.by.clerk, 'POST', `${URL}/preview`, body);
  const answered = (more: object = {}) => ({
    text: paper,
    sponsors: [{ name: '城东联络组', sponsorId: world.sponsors.sector }],
    units: [{ name: '市水务集团', unitId: null }],
    ...more,
  });
  const take = (more?: object) =>
    must<{ id: number }>(app, world.by.clerk, 'POST', URL, answered(more)).then(({ id }) => id);
  const confirm = (id: number, by = world.by.office, body: object = {}) =>
    send(app, by, 'POST', `${URL}/${id}/confirm`, body);
  const namesOf = (noticeId: number) =>
    app.database.rows<object>(
      `SELECT i."place" AS "item", n."role", n."name", n."sponsorId", n."unitId" FROM "noticeItemName" n
        JOIN "noticeItem" i ON i."id" = n."noticeItemId" WHERE i."noticeId" = ? ORDER BY i."place", n."role", n."place"`,
      [noticeId],
    );

  it('is shown as it was understood, and what is unknown is asked; nothing is written', async () => {
    const shown = await preview({ text: paper });
    expect(shown.items[0].sponsors).toEqual([{ name: '经济界', id: world.sponsors.sector }]);
    expect(shown.items[0].leadUnits).toEqual([{ name: '市交通运输局', id: world.units.transport }]);
    expect(shown.unknownSponsors).toEqual([{ name: '城东联络组', items: [2], candidates: [] }]);
    expect(shown.unknownUnits.map(({ name }) => name)).toEqual(['市水务集团']);
    expect(shown.questions.map(({ field, code }) => [field, code])).toEqual([
      ['sponsors', 'unknownName'],
      ['units', 'unknownName'],
    ]);
    expect([shown.ready, shown.notUnderstood]).toEqual([false, []]);
    expect(shown.doubts).toMatchObject([{ code: 'broken', line: 22 }]);
    expect(await preview(answered())).toMatchObject({ ready: true, questions: [] });
    expect(await must(app, world.by.clerk, 'GET', URL)).toMatchObject({ total: 0 });
  });

  it('is not taken in while a question is open', async () => {
    const text = paper
      .replace('**主办单位：**市委宣传部', '会办单位：市档案局')
      .replace('# 某市', '某市。\n\n# 某市');
    const { status, body } = await send(app, world.by.clerk, 'POST', URL, answered({ text }));
    expect([status, body.errors.map(({ field }: { field: string }) => field)]).toEqual([
      422,
      ['incomplete', 'leftOut'],
    ]);
    const left = [body.errors[1].message.match(/第 (\d+) 行/)[1]].map(Number);
    const { id } = await must(
      app,
      world.by.clerk,
      'POST',
      URL,
      answered({ text, incomplete: [3], leftOut: left }),
    );
    const kept = await must(app, world.by.office, 'GET', `${URL}/${id}`);
    expect(kept.reading.leftOut).toEqual([{ line: left[0], text: '会办单位：市档案局' }]);
    expect(kept.text).toBe(text.trim());
  });

  it('appears only when another person has confirmed it, with its own date and issuer', async () => {
    const id = await take();
    expect((await visit(app, '')).body).not.toContain(`第${count}次会议`);
    const { body } = await confirm(id);
    const { json, html } = {
      json: (await visit(app, `/${body.noticeId}.json`)).json(),
      html: (await visit(app, `/${body.noticeId}`)).body,
    };
    expect(json).toMatchObject({ issuer: '某市政协办公室', datedOn: '2022-11-18' });
    expect(json.items.map(({ sponsors }: { sponsors: string[] }) => sponsors)).toEqual([
      ['经济界'],
      ['王一文', '城东联络组', '李二平'],
      ['王一文'],
    ]);
    expect(html).toContain('《河道清淤，水清岸绿》（合并）');
    expect((await visit(app, '')).body).toContain('（某市政协办公室，<time datetime="2022-11-18">');
  });

  it('comes out as Markdown as it went in', async () => {
    const { body } = await confirm(await take());
    expect((await visit(app, `/${body.noticeId}.md`)).body).toBe(paper);
  });

  it('has a broken sentence joined where a person said so, and comes out with it', async () => {
    const { body } = await confirm(await take({ join: [22] }));
    expect((await visit(app, `/${body.noticeId}.md`)).body).toBe(paper.replace('一村\n\n一站', '一村一站'));
  });

  it('keeps its names as printed, linked to whom they mean', async () => {
    const { body } = await confirm(await take());
    const { first, second, sector } = world.sponsors;
    const { transport, housing, publicity } = world.units;
    const sponsor = { role: 'sponsor', unitId: null };
    const unit = { role: 'unit', sponsorId: null };
    expect(await namesOf(body.noticeId)).toEqual([
      { item: 1, ...sponsor, name: '经济界', sponsorId: sector },
      { item: 1, ...unit, name: '市交通运输局', unitId: transport },
      { item: 2, ...sponsor, name: '王一文', sponsorId: first },
      { item: 2, ...sponsor, name: '城东联络组', sponsorId: sector },
      { item: 2, ...sponsor, name: '李二平', sponsorId: second },
      { item: 2, ...unit, name: '市住房和城乡建设局', unitId: housing },
      { item: 2, ...unit, name: '市水务集团', unitId: null },
      { item: 3, ...sponsor, name: '王一文', sponsorId: first },
      { item: 3, ...unit, name: '市委宣传部', unitId: publicity },
    ]);
  });

  it('is imported by the committee and confirmed by the office, never by one person', async () => {
    for (const by of [world.by.office, world.by.first, world.by.administrator, world.by.auditor])
      for (const url of [URL, `${URL}/preview`])
        expect((await send(app, by, 'POST', url, answered())).status).toBe(403);
    const id = await take();
    expect((await confirm(id, world.by.clerk)).status).toBe(403);
    for (const body of [{}, { version: 5 }])
      expect((await confirm(id, world.by.first, body)).status).toBe(404);
    const both = await signInAs(app, { hats: ['committee', 'office'], name: '兼任者' });
    const own = answered({ text: paper.replace('# ', '# 关于') });
    const { status, body } = await confirm((await must(app, both, 'POST', URL, own)).id, both);
    expect([status, body.reasons[0].code]).toEqual([403, 'fourEyes']);
    expect((await confirm(id, world.by.otherOffice)).status).toBe(200);
    expect((await confirm(id, world.by.otherOffice)).status).toBe(409);
  });

  it('is confirmed once, however many press at the same time', async () => {
    const id = await take();
    const { total } = await must(app, world.by.office, 'GET', '/api/notices');
    const answers = await Promise.all([confirm(id), confirm(id, world.by.otherOffice), confirm(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(await must(app, world.by.office, 'GET', '/api/notices')).toMatchObject({ total: total + 1 });
  });

  it('goes back with a reason, and may then be taken in again; twice it may not', async () => {
    const id = await take();
    const again = await send(
      app,
      world.by.clerk,
      'POST',
      URL,
      answered({ text: paper.replaceAll('\n\n', '\n') }),
    );
    expect([again.status, again.body.errors[0].code]).toEqual([422, 'duplicate']);
    await must(app, world.by.office, 'POST', `${URL}/${id}/reject`, { reason: '第二条有误。' });
    expect((await confirm(id)).status).toBe(409);
    expect(await take()).toBe(id + 1);
  });

  it('refuses what has changed since it was seen', async () => {
    expect((await confirm(await take(), world.by.office, { version: 2 })).status).toBe(409);
  });

  it('leaves in the history who read it in and who confirmed it', async () => {
    const id = await take();
    await confirm(id);
    const { history, stage } = await must(app, world.by.auditor, 'GET', `${URL}/${id}`);
    expect(stage).toBe('confirmed');
    expect(history.map(({ action, actor }: { action: string; actor: string }) => [action, actor])).toEqual([
      ['confirm', world.by.office.name],
      ['import', world.by.clerk.name],
    ]);
    expect(history[1].change.answers.sponsors).toEqual([
      { name: '城东联络组', sponsorId: world.sponsors.sector },
    ]);
  });

  it('is then an issued notice like others: it can be read, corrected and taken down', async () => {
    const { body } = await confirm(await take());
    const read = await readNotice(app, world.by.clerk, body.noticeId);
    expect(read).toMatchObject({ stage: 'issued', items: [{ proposalId: null }, {}, {}] });
    const summary = '今年修好山路13条，设站40个。';
    const correction = { itemId: read.items[0].id, summary, note: '数字有误。' };
    await onNotice(app, world.by.office, body.noticeId, 'correct', correction);
    expect((await visit(app, `/${body.noticeId}`)).body).toContain(summary);
    await onNotice(app, world.by.office, body.noticeId, 'take-down', { reason: '核实。' });
    expect((await visit(app, `/${body.noticeId}`)).statusCode).toBe(410);
  });

  it('finds an alias, and asks where two bear a name or bore it at another time', async () => {
    const group = { kindCode: 'sector', validFrom: '2022-01-01' };
    const sponsors = app.get(SponsorsService);
    const town = await sponsors.create(SYSTEM, {
      ...group,
      name: '城东街道委员联络组',
      aliases: ['城东联络组'],
    });
    const units = app.get(UnitsService);
    const water = { name: '市水务集团', kind: '国企', officeId: world.offices.government };
    const later = await units.create(SYSTEM, { ...water, validFrom: '2024-01-01' });
    const shown = await preview({ text: paper });
    expect(shown.items[1].sponsors[1]).toEqual({ name: '城东联络组', id: town.id });
    expect(shown.unknownUnits).toMatchObject([{ name: '市水务集团', candidates: [{ id: later.id }] }]);
    await sponsors.create(SYSTEM, { ...group, name: '王一文联络站', aliases: ['王一文'] });
    const twice = await preview({ text: paper });
    expect(twice.unknownSponsors).toMatchObject([{ name: '王一文', items: [2, 3], candidates: [{}, {}] }]);
    expect(twice.questions).toMatchObject([{ code: 'ambiguousName' }, { code: 'ambiguousName' }]);
  });
});
