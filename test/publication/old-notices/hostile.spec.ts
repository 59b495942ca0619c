import { readNotice } from '../../../src/publication/old-notices/reader/notice-reader';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { elementsOf, textOf } from '../../support/markup';
import { must, send } from '../../support/requests';
import { visit } from '../../support/steps/publication';
import { aWorld, type World } from '../../support/world';
import { PAPER, printed } from './papers';

const URL = '/api/old-notices';
const ITEM = {
  subject: '关于修路的建议',
  tag: null,
  sponsors: ['王一文'],
  leadUnits: ['市交通运输局'],
  paragraphs: ['已修好。'],
};

eachDatabase('A text that is no notice', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(async () => {
    expect(await must(app, world.by.clerk, 'GET', URL)).toMatchObject({ total: 0 });
  });

  const many = (count: number) => printed(Array.from({ length: count }, () => ITEM));
  const texts: [string, string, string][] = [
    ['nothing', '', 'required'],
    ['blanks', ' \n　\n', 'required'],
    ['binary', '\u0000\u0001PK\u0003\u0004', 'unstorable'],
    ['half a character', '案由：\ud800', 'unstorable'],
    ['too many characters', '长'.repeat(170_001), 'tooLong'],
    ['too many bytes', '𠮷'.repeat(150_000), 'tooLong'],
    ['ten thousand items', many(10_000).slice(0, 169_000), 'tooMany'],
    ['more items than one can look at', many(201), 'tooMany'],
    ['ten thousand lines', '案由：《甲》\n会办：乙\n'.repeat(600), 'tooMany'],
    ['leftovers without end', `案由：《甲》\n${'会办：乙\n'.repeat(600)}`, 'notANotice'],
    ['a list without end', printed([{ ...ITEM, sponsors: Array(500).fill('王一文') }]), 'tooMany'],
    ['no text', 7 as never, 'wrongType'],
  ];

  it.each(texts)('(%s) is refused with the field named', async (_, text, code) => {
    for (const url of [`${URL}/preview`, URL]) {
      const { status, body } = await send(app, world.by.clerk, 'POST', url, { text });
      expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'text', code]);
    }
  });

  it('is shown as not understood, and not taken in', async () => {
    const shown = await must(app, world.by.clerk, 'POST', `${URL}/preview`, { text: '情况属实，请予办理。' });
    expect([shown.items, shown.ready]).toEqual([[], false]);
    expect((await send(app, world.by.clerk, 'POST', URL, { text: '情况属实。' })).status).toBe(422);
  });

  it('takes no answer to what it does not ask', async () => {
    const wrong: [object, string][] = [
      [{ sponsors: [{ name: '无此人', sponsorId: null }] }, 'sponsors.0.name'],
      [{ sponsors: [{ name: '王一文', sponsorId: 999_999 }] }, 'sponsors.0.sponsorId'],
      [{ sponsors: [{ name: '王一文' }, { name: '王一文' }] }, 'sponsors.1.name'],
      [{ units: [{ name: '市水务集团', unitId: 2_147_483_647 }] }, 'units.0.unitId'],
      [{ join: [1] }, 'join'],
      [{ leftOut: [1] }, 'leftOut'],
      [{ incomplete: [1] }, 'incomplete'],
    ];
    for (const [answer, field] of wrong) {
      const { status, body } = await send(app, world.by.clerk, 'POST', `${URL}/preview`, {
        text: PAPER,
        ...answer,
      });
      expect([status, body.errors[0].field]).toEqual([422, field]);
    }
  });

  it('of a day that has not come is none of old', async () => {
    const text = printed([ITEM]).replace('2022年11月18日', '2027年11月18日');
    const { body } = await send(app, world.by.clerk, 'POST', URL, { text });
    expect(body.errors).toMatchObject([{ field: 'datedOn', code: 'future' }]);
  });
});

eachDatabase('Markup in an old notice', (open) => {
  it('is text on the page and in Markdown', async () => {
    const app = await open();
    const world = await aWorld(app);
    const bad = '<script>alert(1)</script><img src=x onerror=alert(1)>[点](javascript:alert(1))';
    const text = printed([{ ...ITEM, subject: `关于${bad}的建议`, tag: '<b>', paragraphs: [`${bad}。`] }]);
    const { id } = await must(app, world.by.clerk, 'POST', URL, { text });
    const { noticeId } = await must(app, world.by.office, 'POST', `${URL}/${id}/confirm`, {});
    const html = (await visit(app, `/${noticeId}`)).body;
    expect(elementsOf(html).filter(({ name }) => ['script', 'img', 'b'].includes(name))).toEqual([]);
    expect(textOf(html)).toContain(bad);
    const [read] = readNotice((await visit(app, `/${noticeId}.md`)).body).items;
    expect([read.subject, read.tag, read.paragraphs[0].text]).toEqual([
      `关于${bad}的建议`,
      '<b>',
      `${bad}。`,
    ]);
  });
});

describe('The reader', () => {
  it.each([
    ['one line', '案由：《甲》，地址：'.repeat(30_000)],
    ['blanks', `案由${' '.repeat(200_000)}：甲`],
    ['numbers', '一'.repeat(300_000)],
    ['brackets', '（'.repeat(200_000)],
    ['book marks', `案由：${'《'.repeat(200_000)}`],
    ['open book marks', `案由：《甲\n${'乙\n'.repeat(50_000)}`],
    ['stars', '*'.repeat(300_000)],
    ['labels', '主办单位：'.repeat(50_000)],
    ['names', `案由：甲\n提案者：${'甲、'.repeat(100_000)}`],
    ['paragraphs', `案由：甲\n办理情况：${'甲乙丙\n'.repeat(60_000)}`],
    ['items', '案由：《甲》\n提案者：乙\n主办单位：丙\n办理情况：丁\n'.repeat(10_000)],
  ])(
    'gets through %s without end',
    (_, text) => {
      // Reading it back and forth for every character would take hours, on whatever machine: the limit of the spec ends it.
      expect(readNotice(text)).toBeDefined();
    },
    60_000,
  );
});
