import { Relay } from '../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Person, signInAs } from '../support/people';
import { must, send } from '../support/requests';
import * as steps from '../support/steps/feedback';
import { aRepliedProposal } from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

eachDatabase('Ratings of an open round', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;
  let handlerAndMember: Person;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ id } = await aRepliedProposal(app, world));
    handlerAndMember = await signInAs(app, {
      hats: [
        { hat: 'unitHandler', scopeId: world.units.transport },
        { hat: 'sponsor', scopeId: world.sponsors.second },
      ],
    });
  });

  const outsiders = () => {
    const { by } = world;
    return [by.transport.handler, by.transport.leader, by.government, handlerAndMember];
  };
  /** Everything these people can read of the case, without what moves with every request. */
  const whatTheyRead = async (by: Person): Promise<string> => {
    const { version: _, ...dossier } = await must(app, by, 'GET', `/api/proposals/${id}`);
    const history = await must(app, by, 'GET', `/api/proposals/${id}/history`);
    const feedback = await must(app, by, 'GET', `/api/proposals/${id}/feedback`);
    const lists = [
      await must(app, by, 'GET', '/api/proposals'),
      await must(app, by, 'GET', '/api/proposals?overdue=true'),
      await must(app, by, 'GET', '/api/to-do'),
    ];
    return JSON.stringify({ dossier, history, feedback, lists });
  };

  it('leave no trace for units and offices: not a form, an entry, a clock, a date or a count', async () => {
    const before = await Promise.all(outsiders().map(whatTheyRead));
    const scanId = await steps.scanForm(app, world, id, world.sponsors.first);
    expect(await Promise.all(outsiders().map(whatTheyRead))).toEqual(before);
    await steps.rate(app, world.by.clerk, id, {
      ...steps.DISSATISFIED,
      sponsorId: world.sponsors.first,
      scanId,
    });
    expect(await Promise.all(outsiders().map(whatTheyRead))).toEqual(before);
    await steps.rate(app, world.by.first, id, steps.DISSATISFIED);
    await steps.declineRehandling(app, world, id);
    expect(await Promise.all(outsiders().map(whatTheyRead))).toEqual(before);
  });

  it('are told to no unit or office', async () => {
    await app.get(Relay).drain();
    const told = async (by: Person) => (await must(app, by, 'GET', '/api/inbox?size=100')).items;
    for (const by of outsiders())
      for (const { action } of await told(by))
        expect(['rate', 'declineRehandling', 'attachScan']).not.toContain(action);
    expect((await told(world.by.otherClerk)).map(({ action }: { action: string }) => action)).toContain(
      'rate',
    );
  });

  it('are read by the committee, and each by its own sponsor', async () => {
    for (const by of [world.by.clerk, world.by.director, world.by.auditor, world.by.first])
      expect((await steps.feedback(app, by, id)).raters).toMatchObject([
        { answer: { result: 'dissatisfied' } },
      ]);
    expect((await send(app, world.by.second, 'GET', `/api/proposals/${id}/feedback`)).status).toBe(404);
  });

  it('are seen when the round is closed, but never the paper itself', async () => {
    const { attachments } = await must(app, world.by.first, 'GET', `/api/proposals/${id}`);
    const scan = attachments.find(({ ownerKind }: { ownerKind: string }) => ownerKind === 'feedback');
    await steps.conclude(app, world, id);
    const file = { method: 'GET', url: `/api/proposals/${id}/attachments/${scan.id}` } as const;
    const statusFor = async ({ headers }: Person) => (await app.inject({ ...file, headers })).statusCode;
    for (const by of outsiders()) {
      expect((await steps.feedback(app, by, id)).raters).toMatchObject([
        { answer: { result: 'dissatisfied' } },
      ]);
      expect((await must(app, by, 'GET', `/api/proposals/${id}`)).attachments).toEqual([]);
      expect(await statusFor(by)).toBe(404);
    }
    expect(await statusFor(world.by.first)).toBe(200);
    expect(await statusFor(world.by.clerk)).toBe(200);
  });
});
