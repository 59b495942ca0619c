import { eachDatabase, type RunningApp } from '../support/harness';
import { tagsOf } from '../support/drawing';
import { acknowledge, assign, handOver, SOLE } from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import * as work from '../support/steps/handling';
import { aWorld, type World } from '../support/world';
import { fileOf, pageOf } from './opened';

const MARKUP = '<script>alert(1)</script><w:br/>&amp;]]>"\'';
const DIRECTIONS = '倒\u202e序\u202c，שלום，\u200f和\u2066مرحبا\u2069';
const EMOJI = '家👩‍👩‍👧‍👦𠮷🇨🇳';

eachDatabase('Texts nobody expects', (open) => {
  let app: RunningApp;
  let world: World;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  const aReply = async (body: string, subject: string) => {
    const { id } = await aFiledProposal(app, world, { subject });
    await handOver(app, world, id);
    const [lead] = (await assign(app, world, id, SOLE)).assignments;
    await acknowledge(app, world, lead);
    await work.reply(app, world, lead, { reply: { ...work.PLANNED_REPLY, body } });
    return { id, lead };
  };

  it('markup, emoji and turned writing stay text on the page and in the file', async () => {
    const { id, lead } = await aReply(`${MARKUP}\n${DIRECTIONS}\n${EMOJI}`, `关于${MARKUP}${EMOJI}的建议`);
    for (const url of [
      `/assignments/${lead.id}/reply`,
      `/proposals/${id}/sheet`,
      `/proposals/${id}/opinion-form`,
    ]) {
      const page = await pageOf(app, world.by.clerk, url);
      expect([url, page.status]).toEqual([url, 200]);
      expect(page.body).not.toContain('<script>alert');
      tagsOf(page.body);
      const file = await fileOf(app, world.by.clerk, url);
      expect(file.xml).not.toMatch(/<w:br\/>&amp;amp;|<script/);
      expect(file.lines.join('')).toContain(MARKUP);
      expect(file.lines.join('')).toContain(EMOJI);
    }
  });

  it('40,000 characters in one paragraph, and as many lines as characters, make a document that opens', async () => {
    for (const body of ['长'.repeat(40_000), '行\n'.repeat(20_000)]) {
      const { lead } = await aReply(body, '关于长文的建议');
      const url = `/assignments/${lead.id}/reply`;
      const file = await fileOf(app, world.by.first, url);
      expect(file.lines.join('').replace(/[^长行]/g, '').length).toBeGreaterThanOrEqual(20_000);
      expect((await pageOf(app, world.by.first, url)).status).toBe(200);
    }
  });

  it('a name of a unit that no file may have gives a name that every system keeps', async () => {
    const { by, units } = world;
    await app.database.transaction((em) =>
      app.database.change(
        'UPDATE "handlingUnit" SET "name" = ? WHERE "id" = ?',
        ['市委办/市府办:\u202e“督查”*?', units.transport],
        em,
      ),
    );
    const { lead } = await aReply('已办理。', '关于名称的建议');
    const file = await fileOf(app, by.first, `/assignments/${lead.id}/reply`);
    expect(file.name).toMatch(/^答复函（第\d+号提案，市委办_市府办__“督查”__）\.docx$/);
  });
});
