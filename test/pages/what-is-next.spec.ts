import { machineOf } from '../../src/lifecycle/rulebook';
import { ENDINGS } from '../../src/pages/deeds/ending-deed';
import { eachDatabase, type RunningApp } from '../support/harness';
import { visit } from '../support/page-visitor';
import type { Person } from '../support/people';
import { anAcknowledgedProposal, handOver } from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { aConcludedProposal } from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { draftProposal, inviteCosigners } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

it('What is offered to end a clock is in the tables', () => {
  const missing = Object.values(ENDINGS).filter(
    ([machine, action]) => !(action in machineOf(machine).actions),
  );
  expect(missing).toEqual([]);
});

eachDatabase('The deed that is offered first', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(() => app.close());

  const toDo = async (by: Person) => (await visit(app, by).get('/')).text;
  const primary = async (by: Person, id: number) => {
    const { html } = await visit(app, by).get(`/proposals/${id}`);
    return [...html.matchAll(/class="btn btn-primary" href="([^"]*)"/g)].map(([, href]) => href);
  };

  it('is archiving, once a case is concluded, and not what the director may still do', async () => {
    const { id } = await aConcludedProposal(app, world);
    const page = await visit(app, world.by.clerk).get('/');
    expect(page.links()).toContain(`/do/proposals/${id}/archive`);
    expect(page.text).not.toContain('评议后重新办理');
    expect(await primary(world.by.clerk, id)).toEqual([`/do/proposals/${id}/archive`]);
  });

  it('is never what another has to sign: a handler who owes the reply is led to the case', async () => {
    const { id } = await anAcknowledgedProposal(app, world);
    const page = await visit(app, world.by.transport.handler).get('/');
    expect(page.text).toContain('答复提案者');
    expect(page.links().filter((href) => href.includes('issue-reply'))).toEqual([]);
    expect(page.links('去办理')).toContain(`/proposals/${id}`);
  });

  it('is the rating, for a sponsor who has the reply', async () => {
    const { id } = await aRepliedProposal(app, world);
    expect((await visit(app, world.by.first).get('/')).links()).toContain(`/do/proposals/${id}/rate`);
    expect(await toDo(world.by.clerk)).not.toContain('反馈满意度');
  });

  it('is assigning, for the office, and not sending back, which stands last', async () => {
    const { id } = await aFiledProposal(app, world);
    await handOver(app, world, id);
    expect(await primary(world.by.government, id)).toEqual([`/desk/routing/${id}`]);
    const deeds = (await visit(app, world.by.government).get(`/proposals/${id}`)).links();
    const place = (href: string) => deeds.indexOf(href);
    expect(place(`/do/proposals/${id}/hand-back`)).toBeGreaterThan(place(`/desk/routing/${id}`));
  });
});

eachDatabase('The day that something is due', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(() => app.close());

  it('has its hour where hours count', async () => {
    const { id } = await draftProposal(app, world.by.first, world.sponsors.first);
    await inviteCosigners(app, world.by.first, id, [world.sponsors.second]);
    for (const path of ['/', `/proposals/${id}`]) {
      const { text } = await visit(app, world.by.second).get(path);
      expect(text).toContain('2026-03-02 12:00 前 今天到期');
    }
    app.clock.advance(4 * 3_600_000);
    const { text } = await visit(app, world.by.second).get('/');
    expect(text).toContain('2026-03-02 12:00 前 已超时');
  });

  it('makes nobody late who only might have done something', async () => {
    const { id } = await anAcknowledgedProposal(app, world);
    app.clock.set('2026-03-18T01:00:00.000Z');
    const { text } = await visit(app, world.by.transport.handler).get(`/proposals/${id}`);
    expect(text).toContain('可申请退办 2026-03-16 已截止');
  });

  it('is what one owes, by the number of the case, and not what one merely may do', async () => {
    await anAcknowledgedProposal(app, world);
    const { text } = await visit(app, world.by.transport.handler).get('/');
    expect(text).toContain('有 2 件事等您办理');
    expect(text).toMatch(/首次联系提案者 关于整治老旧小区停车难的建议 第1号/);
    expect(text).not.toContain('可申请退办');
  });
});
