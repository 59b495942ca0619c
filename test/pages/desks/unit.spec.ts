import { eachDatabase, type RunningApp } from '../../support/harness';
import { visit } from '../../support/page-visitor';
import { acknowledge, anAssignedProposal, JOINT, SEPARATE } from '../../support/steps/assignment';
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
    expect(drafted.links('送审')).toEqual([
      expect.stringContaining(`/do/assignments/${begun.id}/submit-for-audit`),
    ]);
    expect(drafted.links('送会签')).toEqual([]);
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

  it('lets a unit begin a reply with what it wrote for another of its cases, and replies to each (并案办理)', async () => {
    const [one, other] = [
      (await anAssignedProposal(app, world)).assignments[0],
      (await anAssignedProposal(app, world)).assignments[0],
    ];
    for (const each of [one, other]) await acknowledge(app, world, each);
    const handler = visit(app, world.by.transport.handler);
    const path = `/do/assignments/${other.id}/draft-reply`;
    expect((await handler.get(path)).text).not.toContain('并案办理');
    await draftReply(app, world, one, { body: '已与交警部门会商，错时开放车位三百个。' });
    const from = (await handler.get(path)).links().find((href) => href.endsWith(`from=${one.id}`))!;
    const form = await handler.get(from);
    expect(form.text).toContain('尚未保存');
    expect(form.form(path).fields.get('body')).toEqual(['已与交警部门会商，错时开放车位三百个。']);
    await handler.submit(form, path, { body: '已与交警部门会商，在本小区试行。' });
    const bodies = await app.database.rows<{ body: string }>('SELECT "body" FROM "reply" ORDER BY "id"');
    expect(bodies.map(({ body }) => body)).toEqual([
      '已与交警部门会商，错时开放车位三百个。',
      '已与交警部门会商，在本小区试行。',
    ]);
    // What another unit wrote is not there to be taken, whatever the address says.
    const { assignments } = await anAssignedProposal(app, world, SEPARATE);
    const foreign = assignments.find(({ unitId }) => unitId === world.units.housing)!;
    await acknowledge(app, world, foreign);
    const taken = await visit(app, world.by.housing.handler).get(
      `/do/assignments/${foreign.id}/draft-reply?from=${one.id}`,
    );
    expect(taken.form(`/do/assignments/${foreign.id}/draft-reply`).fields.get('body')).toEqual(['']);
  });

  it('shows a unit nothing of another', async () => {
    await anAssignedProposal(app, world);
    expect((await visit(app, world.by.housing.handler).get(DESK)).text).toContain('没有在办的提案');
    expect((await visit(app, world.by.clerk).get(DESK)).status).toBe(403);
  });
});
