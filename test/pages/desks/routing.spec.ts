import { eachDatabase, type RunningApp } from '../../support/harness';
import { type PageVisitor, visit } from '../../support/page-visitor';
import { readCase } from '../../support/reading';
import {
  aHandedOverProposal,
  anAcknowledgedProposal,
  anAssignedProposal,
  requestReturn,
  SOLE,
} from '../../support/steps/assignment';
import { aFiledProposal } from '../../support/steps/examination';
import { prepareReply, submitForAudit } from '../../support/steps/handling';
import { aWorld, type World } from '../../support/world';

const DESK = '/desk/routing';
const MANY = '/desk/hand-over/many';

eachDatabase('From the committee to the office and the units', (open) => {
  let app: RunningApp;
  let world: World;
  let clerk: PageVisitor;
  let office: PageVisitor;
  beforeEach(async () => {
    app = await open();
    world = await aWorld(app);
    [clerk, office] = [visit(app, world.by.clerk), visit(app, world.by.government)];
  });
  afterEach(() => app.close());

  const unitsOf = async (id: number) =>
    (await readCase(app, world.by.auditor, id)).assignments.map(
      ({ unitId, role }: { unitId: number; role: string }) => [unitId, role],
    );

  it('hands over those ticked, each to the office of its suggested unit', async () => {
    const { id } = await aFiledProposal(app, world, { suggestedUnits: [world.units.publicity] });
    const other = await aFiledProposal(app, world, { subject: '关于改造老旧管网的建议' });
    const page = await clerk.get('/desk/hand-over');
    expect(page.form(MANY).fields.get(`office-${id}`)).toEqual([String(world.offices.party)]);
    const done = await clerk.submit(page, MANY, { ids: [id] });
    expect(done.text).toContain('办成 1 件');
    expect((await readCase(app, world.by.auditor, id)).officeId).toBe(world.offices.party);
    const rest = await clerk.get('/desk/hand-over');
    const unchosen = await clerk.submit(rest, MANY, { ids: [other.id] });
    expect([unchosen.status, unchosen.text]).toEqual([422, expect.stringContaining('「交办单位」')]);
    expect((await clerk.get('/desk/hand-over/list')).text).toContain('关于改造老旧管网的建议');
  });

  it('chooses mode, lead and others in one form, and says what does not fit together', async () => {
    const { id } = await aHandedOverProposal(app, world);
    expect((await office.get(DESK)).section('待分办')).toContain('分办');
    const action = `${DESK}/${id}`;
    const { transport, housing } = world.units;
    const wrong = await office.submit(await office.get(action), action, {
      mode: 'joint',
      lead: transport,
      others: [],
    });
    expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('至少再选一个单位')]);
    const done = await office.submit(wrong, action, { mode: 'joint', lead: transport, others: [housing] });
    expect([done.heading, done.text]).toEqual(['分办', expect.stringContaining('已办理：分办')]);
    expect(await unitsOf(id)).toEqual([
      [transport, 'lead'],
      [housing, 'coHandler'],
    ]);
  });

  it('decides a return from the board, with the reasons in sight', async () => {
    const { id, assignments } = await anAssignedProposal(app, world);
    const [begun] = assignments;
    await requestReturn(app, world, begun);
    const board = await office.get(DESK);
    expect(board.section('退办、增办和延期申请')).toContain('不属于本单位职责');
    const missing = await office.submit(board, `/do/assignments/${begun.id}/refuse-return`);
    expect(missing.status).toBe(422);
    const granted = await office.submit(board, `/do/assignments/${begun.id}/grant-return`);
    expect(granted.section('待分办')).toContain('已退办或收回：市交通运输局');
    expect((await office.get(`${DESK}/${id}`)).text).toContain('此前的退办');
  });

  it('audits a draft beside the proposal', async () => {
    const { assignments } = await anAcknowledgedProposal(app, world, SOLE);
    await prepareReply(app, world, assignments[0]);
    await submitForAudit(app, world, assignments[0]);
    const lead = assignments[0].id;
    const board = await office.get(DESK);
    expect(board.links('审核')).toContain(`${DESK}/audits/${lead}`);
    const page = await office.get(`${DESK}/audits/${lead}`);
    expect(page.text).toContain('送审的答复');
    await office.submit(page, `/do/assignments/${lead}/pass-audit`);
    expect((await office.get(DESK)).text).toContain('没有待审核的答复');
    const leader = visit(app, world.by.transport.leader);
    expect((await leader.get('/desk/unit')).links('签发')).toEqual([expect.stringContaining('/issue-reply')]);
    expect((await leader.get(`${DESK}/audits/${lead}`)).status).toBe(403);
  });

  it('shows an office nothing of another', async () => {
    const { id } = await aHandedOverProposal(app, world);
    const party = visit(app, world.by.party);
    expect((await party.get(DESK)).text).toContain('没有待分办的提案');
    expect((await party.get(`${DESK}/${id}`)).status).toBe(404);
  });
});
