import { eachDatabase, type RunningApp } from '../../support/harness';
import { type Typed, visit } from '../../support/page-visitor';
import type { Person } from '../../support/people';
import { SeenPage } from '../../support/seen-page';
import { peopleOf } from '../../support/steps/assignment';
import { aRepliedProposal } from '../../support/steps/handling';
import { aPromisedCase, keep, startFollowUp } from '../../support/steps/promises';
import { draftProposal, inviteCosigners, submitProposal, WHOLE_TEXT } from '../../support/steps/submission';
import { aWorld, type World } from '../../support/world';

const OWN = '/desk/writing';
const PROMISES = '/desk/promises';
const HINTS = '/desk/writing/similar';

eachDatabase('What sponsors have to do, and what units have promised', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(() => app.close());

  /** The fields of the writing form, sent to where its script sends them. */
  async function hintsFor(by: Person, typed: Typed): Promise<SeenPage> {
    const writer = visit(app, by);
    const { url, html } = await writer.get('/do/proposals');
    expect(html).toContain(`data-similar="${HINTS}"`);
    const sentThere = new SeenPage(url, 200, html.replace('action="/do/proposals"', `action="${HINTS}"`));
    return writer.submit(sentThere, HINTS, typed);
  }

  it('says of each part whether it may wait until the proposal is submitted', async () => {
    const { text } = await visit(app, world.by.first).get('/do/proposals');
    for (const part of ['案由', '情况', '分析', '建议', '类别'])
      expect(text).toContain(`${part} （提交前须填）`);
    for (const part of ['公开意愿', '署名']) expect(text).toContain(`${part} （选填）`);
  });

  it('shows an invited member the text before the signature', async () => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first, {
      subject: '关于增设停车位的建议',
    });
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    const invited = visit(app, world.by.second);
    const [href] = (await invited.get(OWN)).links('看原文并联名');
    const page = await invited.get(href);
    expect(page.text).toContain('发起人：王一文');
    const signed = await invited.submit(page, `/do/proposals/${id}/cosign`);
    expect([signed.url.split('?')[0], signed.text]).toEqual([
      OWN,
      expect.stringContaining('审查和办理中（1）'),
    ]);
    expect((await visit(app, world.by.first).get(OWN)).section('我的草稿（1）')).toContain('继续写');
  });

  it('hints at what is like the text, of what the writer may see anyway, and never stops anybody', async () => {
    const subject = '关于增设城区公共停车位的建议';
    const { id } = await submitProposal(app, world, { subject });
    const { recommendations } = WHOLE_TEXT;
    expect((await hintsFor(world.by.first, { subject, recommendations })).html).toContain(`/proposals/${id}`);
    expect((await hintsFor(world.by.second, { subject, recommendations })).html).toBe('');
    const tooLong = await hintsFor(world.by.first, { subject: '长'.repeat(300) });
    expect([tooLong.status, tooLong.html]).toEqual([200, '']);
  });

  it('hints at the draft one was asked to co-sign, to be signed instead of writing the same', async () => {
    const subject = '关于增设城区公共停车位的建议';
    const draft = await draftProposal(app, world.by.first, world.sponsors.first, { subject });
    const { recommendations } = WHOLE_TEXT;
    const typed = { subject, recommendations };
    expect((await hintsFor(world.by.second, typed)).html).toBe('');
    await inviteCosigners(app, world.by.first, draft.id, [world.sponsors.second]);
    const hint = await hintsFor(world.by.second, typed);
    expect(hint.text).toContain('王一文');
    expect(hint.links('联名这一件')).toEqual([`/do/proposals/${draft.id}/cosign`]);
    // Neither is one's own draft like what one writes, nor anybody's who was not asked.
    for (const other of [world.by.first, world.by.clerk, world.by.sector])
      expect((await hintsFor(other, typed)).html).toBe('');
  });

  it('asks for attitude and result apart, with nothing chosen, and says who will not see it', async () => {
    const { id } = await aRepliedProposal(app, world);
    const sponsor = visit(app, world.by.first);
    expect((await sponsor.get(OWN)).section('等我反馈（1）')).toContain('看答复并反馈');
    const page = await sponsor.get(`/do/proposals/${id}/rate`);
    expect(page.text).toContain('承办单位和交办单位都看不到');
    const { fields } = page.form(`/do/proposals/${id}/rate`);
    for (const name of ['attitude', 'result', 'met', 'answersPoints']) expect(fields.has(name)).toBe(false);
    const empty = await sponsor.submit(page, `/do/proposals/${id}/rate`);
    expect(empty.status).toBe(422);
  });

  it('lets the committee confirm what a unit says it has kept, and the unit ask for more time', async () => {
    const { lead, promises } = await aPromisedCase(app, world);
    const unit = visit(app, peopleOf(world, lead).handler);
    const [href] = (await unit.get(PROMISES)).links('申请结转');
    expect((await unit.get(href)).text).toContain(promises[0].text);
    await keep(app, world, lead, promises[0].id);
    const clerk = visit(app, world.by.clerk);
    const register = await clerk.get(`${PROMISES}?state=kept&dueFrom=nonsense`);
    expect(register.text).toContain('待核查');
    const confirmed = await clerk.submit(register, `/do/assignments/${lead.id}/confirm-evidence`);
    expect(confirmed.text).toContain('已核查');
    expect((await clerk.get(`${PROMISES}?state=overdue`)).text).toContain('没有这样的承诺事项');
    expect((await visit(app, world.by.housing.handler).get(PROMISES)).text).not.toContain(promises[0].text);
    expect((await visit(app, world.by.first).get(PROMISES)).status).toBe(403);
  });

  it('shows a look back with what is still to be answered', async () => {
    await aPromisedCase(app, world);
    await startFollowUp(app, world.by.clerk, { sessionId: world.sessionId });
    const clerk = visit(app, world.by.clerk);
    const [href] = (await clerk.get(`${PROMISES}/follow-ups`))
      .links('回头看')
      .filter((each) => /\d$/.test(each));
    expect((await clerk.get(href)).text).toContain('待报送');
    expect((await visit(app, world.by.transport.handler).get(href)).status).toBe(403);
  });
});
