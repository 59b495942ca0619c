import { idsOf, tagsOf } from '../../support/drawing';
import { eachDatabase, type RunningApp } from '../../support/harness';
import { must } from '../../support/requests';
import { anOfficeAtWork } from '../../statistics/office';

const KILOBYTES = 1024;

eachDatabase('The dashboard', (open) => {
  let app: RunningApp;
  let office: Awaited<ReturnType<typeof anOfficeAtWork>>;

  beforeAll(async () => {
    app = await open();
    office = await anOfficeAtWork(app);
  }, 60_000);

  const pageOf = async (who: string, query = '') => {
    const { headers } = office.people[who];
    const answer = await app.inject({ url: `/dashboard${query}`, headers });
    return { status: answer.statusCode, html: answer.body };
  };
  const headings = (html: string) => [...html.matchAll(/<h2[^>]*>([^<]*)/g)].map(([, words]) => words.trim());

  it('shows each hat what it answers for', async () => {
    const shown = async (who: string) => headings((await pageOf(who)).html);
    expect(await shown('first')).toEqual(['提案所处环节']);
    expect(await shown('administrator')).toEqual(['系统运行']);
    expect(await shown('standing')).toEqual([]);
    expect((await shown('clerk')).length).toBe(10);
    expect(await shown('transport')).toContain('承办单位超期');
    expect((await pageOf('nobody')).html).toContain('没有供您的身份查看的统计');
  });

  it('is light, and holds no style, no script and no id twice', async () => {
    for (const who of Object.keys(office.people)) {
      const { status, html } = await pageOf(who);
      expect([who, status, html.length < 60 * KILOBYTES]).toEqual([who, 200, true]);
      expect(tagsOf(html).filter(({ attributes }) => 'style' in attributes)).toEqual([]);
      expect(html).not.toMatch(/<style|<script(?![^>]*src=)|zr\d|\son\w+=/);
      const ids = idsOf(html);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  it('names every chart for those who do not see it', async () => {
    const svgs = (await pageOf('clerk')).html.match(/<svg[^>]*role="img"[\s\S]*?<\/svg>/g) ?? [];
    expect(svgs.length).toBeGreaterThan(7);
    for (const svg of svgs) {
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(svg)!;
      expect(svg).toContain(`<title id="${title}">`);
      expect(svg).toContain(`<desc id="${description}">`);
    }
  });

  it('leads from every line to a list that opens', async () => {
    const links = [...(await pageOf('clerk')).html.matchAll(/href="(\/proposals\?[^"]+)"/g)];
    expect(links.length).toBeGreaterThan(20);
    for (const [, href] of links) {
      const url = `/api${href.replaceAll('&amp;', '&')}`;
      const { total } = await must(app, office.people.clerk, 'GET', url);
      expect([href, total > 0]).toEqual([href, true]);
    }
  });

  it('tells the administrator of queue, outbox and calendar', async () => {
    const { html } = await pageOf('administrator');
    for (const words of ['数据库', '待发消息', '队列中的任务', '已载入放假安排', '2026'])
      expect(html).toContain(words);
  });

  it('answers 404 for a session that does not exist, 422 for what is none', async () => {
    expect((await pageOf('clerk', '?sessionId=999')).status).toBe(404);
    expect((await pageOf('clerk', '?sessionId=x')).status).toBe(422);
    expect((await pageOf('clerk', `?sessionId=${office.world.sessionId}`)).status).toBe(200);
  });
});
