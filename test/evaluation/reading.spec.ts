import { eachDatabase, type RunningApp } from '../support/harness';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/evaluation';
import { designateKey, fileProposal } from '../support/steps/examination';
import { conclude, handleAndReply, rate } from '../support/steps/feedback';
import { mergeInto } from '../support/steps/merging';
import { submitCollective, submitJoint } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('The sheet of a meeting', (open) => {
  let app: RunningApp;
  let world: World;
  let seats: steps.Seat[];
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    seats = await steps.standingCommittee(app, world, 3);
    id = await steps.anOpenBox(app, world, { proposalIds: [await aMergedKeyCase()], present: seats });
    await steps.vote(app, seats[1], id, ['satisfied']);
  });

  async function aMergedKeyCase(): Promise<number> {
    const { by, sponsors } = world;
    const principal = await submitJoint(app, world);
    await fileProposal(app, world, principal.id);
    const follower = await submitCollective(app, world);
    await fileProposal(app, world, follower.id);
    const joint = {
      jointSubject: '关于停车治理的建议',
      sponsorOrder: [sponsors.sector, sponsors.first, sponsors.second],
    };
    await mergeInto(app, world, follower.id, principal.id, joint);
    await designateKey(app, world, principal.id);
    await handleAndReply(app, world, principal.id);
    await rate(app, by.first, principal.id);
    await rate(app, by.sector, principal.id, {
      attitude: 'satisfied',
      result: 'basicallySatisfied',
      met: false,
      answersPoints: true,
    });
    await conclude(app, world, principal.id);
    return principal.id;
  }

  const actions = async (by: steps.Seat['by']) =>
    (await steps.sheetOf(app, by, id)).actions.map(({ action }) => action);

  it('shows each item with its sponsors in their order, its lead units and the sponsors’ ratings as counts', async () => {
    const { items } = await steps.sheetOf(app, seats[0].by, id);
    expect(items).toMatchObject([
      {
        subject: '关于停车治理的建议',
        sponsors: ['经济界', '王一文', '李二平'],
        leadUnits: [{ unit: '市交通运输局', class: 'A' }],
        ratings: {
          forms: 2,
          attitude: { satisfied: 2, basicallySatisfied: 0, dissatisfied: 0 },
          result: { satisfied: 1, basicallySatisfied: 1, dissatisfied: 0 },
        },
        counts: null,
      },
    ]);
  });

  it('shows who has voted to those who run the meeting, and to a voter the own receipt', async () => {
    for (const by of [world.by.clerk, world.by.teller, world.by.auditor]) {
      const { voters } = await steps.sheetOf(app, by, id);
      expect(voters.map(({ receipted }) => receipted)).toEqual([false, true, false]);
    }
    const { voters } = await steps.sheetOf(app, seats[1].by, id);
    expect(voters.map(({ mine, receipted }) => [mine, receipted])).toEqual([
      [false, undefined],
      [true, true],
      [false, undefined],
    ]);
    expect((await steps.sheetOf(app, seats[1].by, id)).receipts).toBe(1);
  });

  it('shows everybody what they may do next', async () => {
    expect(await actions(world.by.clerk)).toEqual(['markPresence', 'handOutPaper', 'takeBackPaper']);
    expect(await actions(world.by.teller)).toEqual([
      ...['handOutPaper', 'takeBackPaper', 'shutBox', 'enterCount', 'close', 'breakOff'],
    ]);
    expect(await actions(seats[0].by)).toEqual(['vote']);
    expect(await actions(world.by.auditor)).toEqual([]);
  });

  it('does not exist for those who have nothing to do with meetings', async () => {
    const { by } = world;
    for (const other of [by.first, by.transport.leader, by.government, by.administrator]) {
      expect((await send(app, other, 'GET', `/api/evaluations/${id}`)).status).toBe(404);
      expect(await must(app, other, 'GET', '/api/evaluations')).toMatchObject({ items: [], total: 0 });
    }
    expect((await app.inject('/api/evaluations')).statusCode).toBe(401);
    expect((await send(app, by.clerk, 'GET', '/api/evaluations/999999')).status).toBe(404);
  });

  it('stands in a list, the newest first', async () => {
    await steps.plan(app, world, { title: '明年的评议', heldOn: '2027-01-05' });
    const list = await must(app, world.by.standing, 'GET', '/api/evaluations');
    expect(list).toMatchObject({
      total: 2,
      items: [
        { title: '明年的评议', stageWord: '筹备' },
        { id, stageWord: '投票中' },
      ],
    });
    expect((await must(app, world.by.clerk, 'GET', '/api/evaluations?stage=opened')).total).toBe(1);
    expect((await send(app, world.by.clerk, 'GET', '/api/evaluations?stage=unknown')).status).toBe(422);
  });

  it('lets the Standing Committee read the cases on its agenda, and no others', async () => {
    const { items } = await steps.sheetOf(app, seats[0].by, id);
    const read = (proposalId: number) => send(app, seats[2].by, 'GET', `/api/proposals/${proposalId}`);
    expect((await read(items[0].proposalId)).status).toBe(200);
    expect((await read(items[0].proposalId + 1)).status).toBe(404);
  });
});
