import { noticeHtml, noticesHtml, tombstoneHtml } from '../../src/publication/notice.page';
import { noticeMarkdown } from '../../src/publication/notice-markdown';
import { type Element, elementsOf, textOf } from '../support/markup';
import { anItem, aPublicNotice } from './notices';

const MERGED = anItem({
  id: 8,
  subject: '《关于“双招双引”的建议》',
  tag: null,
  sponsors: ['青联', '科技界', '王云安'],
  leadUnits: ['市委组织部', '市人武部'],
  summary: '　　截至9月，\n\n 已落地22个。 ',
});
const NOTICE = aPublicNotice({
  items: [anItem(), MERGED],
  corrections: [{ itemId: 8, at: '2022-11-30T17:00:00.000Z', note: '数字有误。' }],
});

const MARKDOWN = `# 重点提案办理落实情况公示

现予以公示。

来信地址：温岭市行政中心11楼市政协提案委

联系电话：0576-86111970

温岭市政协办公室${'  '}
2022年11月18日

**案由：**《关于以数字经济为突破口 全面推动温岭“强工兴市”的建议》（专题类）

**提案领衔者：**台联界

**主办单位：**市经信局

**办理落实情况摘要：**

一是加快企业数字化改造。

二是加强数字产业培育。

**案由：**《关于“双招双引”的建议》

**提案领衔者：**青联、科技界、王云安

**主办单位：**市委组织部、市人武部

**办理落实情况摘要：**

截至9月，

已落地22个。

**更正（2022年12月1日）：**数字有误。
`;

it('A notice in Markdown keeps the layout in which committees publish', () => {
  expect(noticeMarkdown(NOTICE)).toBe(MARKDOWN);
});

describe('A public page', () => {
  const listed = { id: 1, title: '甲', issuer: '乙', datedOn: '2022-11-18', takenDown: true };
  const tombstone = { id: 1, title: '甲', takenDownAt: '2022-11-18T01:00:00.000Z', reason: '核实。' };
  const pages = {
    notice: noticeHtml(NOTICE),
    list: noticesHtml([listed]),
    tombstone: tombstoneHtml(tombstone),
  };
  const named = (html: string, ...names: string[]) =>
    elementsOf(html).filter(({ name }) => names.includes(name));

  describe.each(Object.entries(pages))('(%s)', (_, html) => {
    it('is whole, in Chinese, with one title, one main part and one first heading', () => {
      const [root] = elementsOf(html);
      expect([root.name, root.attributes.lang]).toEqual(['html', 'zh-CN']);
      for (const [name, path] of Object.entries({
        title: 'html head title',
        main: 'html body main',
      }))
        expect(named(html, name).map((element) => element.path)).toEqual([path]);
      expect(named(html, 'h1')).toHaveLength(1);
      expect(named(html, 'meta')[0].attributes).toEqual({ charset: 'utf-8' });
      expect(html).not.toContain('<title></title>');
    });

    it('steps down its headings one by one, and has each id once', () => {
      const levels = named(html, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ name }) => Number(name[1]));
      levels.reduce((before, level) => {
        expect(level).toBeLessThanOrEqual(before + 1);
        return level;
      }, 0);
      const ids = elementsOf(html).flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const labels = elementsOf(html).flatMap(({ attributes }) => attributes['aria-labelledby'] ?? []);
      expect(labels.filter((label) => !ids.includes(label))).toEqual([]);
    });

    it('runs no script and asks for nothing elsewhere', () => {
      const outside = ({ name, attributes }: Element) =>
        ['script', 'img', 'iframe', 'style', 'object'].includes(name) ||
        Object.keys(attributes).some((key) => key === 'src' || key === 'style' || key.startsWith('on')) ||
        !/^(?:\/(?!\/)|#)/.test(attributes.href ?? '/');
      expect(elementsOf(html).filter(outside)).toEqual([]);
    });
  });

  it('has the four fields of each item under a heading of its own', () => {
    const headings = [...pages.notice.matchAll(/<(h[123])[^>]*>(.*?)<\/\1>/g)].map(
      ([, name, text]) => `${name} ${text}`,
    );
    expect(headings).toEqual([
      'h1 重点提案办理落实情况公示',
      'h2 案由：《关于以数字经济为突破口 全面推动温岭“强工兴市”的建议》（专题类）',
      'h3 办理落实情况摘要：',
      'h2 案由：《关于“双招双引”的建议》',
      'h3 办理落实情况摘要：',
    ]);
    const lines = textOf(pages.notice).split(/\n+/);
    for (const line of ['提案领衔者：', '青联、科技界、王云安', '市委组织部、市人武部', '已落地22个。'])
      expect(lines).toContain(line);
  });

  it('lists what is on a long page, and says on each what else there is to read', () => {
    const places = named(pages.notice, 'a').map(({ attributes }) => attributes.href);
    expect(places).toEqual(expect.arrayContaining(['#item-7', '#item-8', '/notices/1.docx']));
    for (const html of Object.values(pages)) {
      const nav = named(html, 'a').filter(({ path }) => path === 'html body header nav a');
      expect(nav.map(({ attributes }) => attributes.href)).toEqual([
        '/notices',
        '/promises',
        '/notices/how',
        '/notices/log',
      ]);
    }
  });

  it('leads back to the list, which names what was taken down', () => {
    for (const html of [pages.notice, pages.tombstone])
      expect(named(html, 'a').filter(({ attributes }) => attributes.href === '/notices')).not.toEqual([]);
    expect(textOf(pages.list)).toContain('，已撤下）');
    expect(pages.tombstone).toContain('<title>甲（已撤下） – ');
  });
});
