import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { acknowledge, anAssignedProposal, JOINT } from '../../support/steps/assignment';
import { consult, draftReply } from '../../support/steps/handling';
import { aWorld, type World } from '../../support/world';

const DESK = '/desk/unit';

eachDatabase('The desk of a unit', (open) => {
  let app: RunningApp;
  let world: World;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
  });
  afterEach(() => app.close());

  it('groups what the unit has by what is next, and leads through it', async () => {
    const { assignments } = await anAssignedProposal(app, world);
    const [begun] = assignments;
    const handler = visit(app, world.by.transport.handler);
    const page = await handler.get(DESK);
    expect(page.section('待签收（1）')).toContain('申请退办');
    const accepted = await handler.submit(page, `/do/assignments/${begun.id}/acknowledge`);
    expect(accepted.section('待首次联系提案者（1）')).toContain('登记面商');
    await consult(app, world, begun);
    expect((await handler.get(DESK)).section('办理中，待起草答复（1）')).toContain('起草答复');
    await draftReply(app, world, begun);
    const drafted = await handler.get(DESK);
    expect(drafted.links('继续起草')).toEqual([
      expect.stringContaining(`/do/assignments/${begun.id}/draft-reply`),
    ]);
    const form = await handler.get(`/do/assignments/${begun.id}/draft-reply`);
    expect(form.form(`/do/assignments/${begun.id}/draft-reply`).fields.get('body')?.[0]).toMatch(
      /\p{Script=Han}/u,
    );
  });

  it('asks the co-handler’s leader for the opinion, and tells the handler that the leader signs', async () => {
    const { assignments } = await anAssignedProposal(app, world, JOINT);
    await acknowledge(app, world, assignments[1]);
    const { handler, leader } = world.by.housing;
    expect((await visit(app, handler).get(DESK)).section('待出会办意见（1）')).toContain(
      '由分管领导出具会办意见',
    );
    expect((await visit(app, leader).get(DESK)).links('出具会办意见')).toEqual([
      expect.stringContaining(`/do/assignments/${assignments[1].id}/give-opinion`),
    ]);
  });

  it('shows a unit nothing of another', async () => {
    await anAssignedProposal(app, world);
    expect((await visit(app, world.by.housing.handler).get(DESK)).text).toContain('没有在办的提案');
    expect((await visit(app, world.by.clerk).get(DESK)).status).toBe(403);
  });
});
