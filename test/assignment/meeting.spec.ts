import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import { aHandedOverProposal, JOINT, SOLE, unitsFor } from '../support/steps/assignment';
import { aFiledProposal } from '../support/steps/examination';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('the hand-over meeting', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });

  it('hands over many at once, and says of each what became of it', async () => {
    const { government: officeId } = world.offices;
    const [first, second] = [await aFiledProposal(app, world), await aFiledProposal(app, world)];
    const unexamined = await submitProposal(app, world);
    const items = [
      { proposalId: first.id, officeId },
      { proposalId: unexamined.id, officeId },
      { proposalId: 999_999, officeId },
      { proposalId: second.id, officeId: 999_999 },
    ];
    const answer = await must(app, world.by.clerk, 'POST', '/api/assignment/hand-over', { items });
    expect(answer).toMatchObject([
      { id: first.id, ok: true, stage: 'handedOver' },
      { id: unexamined.id, ok: false, reasons: [{ code: 'wrongStage' }] },
      { id: 999_999, ok: false, reasons: [{ code: 'notFound' }] },
      { id: second.id, ok: false, reasons: [{ code: 'invalid' }] },
    ]);
    const { stage } = await must(app, world.by.clerk, 'GET', `/api/proposals/${second.id}`);
    expect(stage).toBe('filed');
  });

  it('assigns many at once, each by itself', async () => {
    const [first, second] = [await aHandedOverProposal(app, world), await aHandedOverProposal(app, world)];
    const items = [
      { proposalId: first.id, mode: 'joint', units: unitsFor(world, JOINT) },
      { proposalId: second.id, mode: 'joint', units: unitsFor(world, SOLE) },
    ];
    const answer = await must(app, world.by.government, 'POST', '/api/assignment/assign', { items });
    expect(answer).toMatchObject([
      { id: first.id, ok: true, stage: 'handling', assignments: [{ role: 'lead' }, { role: 'coHandler' }] },
      { id: second.id, ok: false, reasons: [{ code: 'modeDoesNotFit' }] },
    ]);
  });

  it('refuses a proposal that is named twice, and does nothing', async () => {
    const { id } = await aFiledProposal(app, world);
    const items = [
      { proposalId: id, officeId: world.offices.government },
      { proposalId: id, officeId: world.offices.party },
    ];
    const answer = await send(app, world.by.clerk, 'POST', '/api/assignment/hand-over', { items });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ field: 'items.1.proposalId', code: 'repeated' }]);
    expect((await must(app, world.by.clerk, 'GET', `/api/proposals/${id}`)).stage).toBe('filed');
  });

  it('names a mistake in one of the items by its place', async () => {
    const items = [{ proposalId: 1, mode: 'sole', units: [{ unitId: 'x', role: 'boss' }] }];
    const answer = await send(app, world.by.government, 'POST', '/api/assignment/assign', { items });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'items.0.units.0.unitId',
      'items.0.units.0.role',
    ]);
  });
});
