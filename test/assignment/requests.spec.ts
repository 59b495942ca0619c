import { deadlinesOf } from '../support/deadlines';
import { eachDatabase, type RunningApp, START } from '../support/harness';
import type { Person } from '../support/people';
import { codesOf } from '../support/problems';
import { must, send } from '../support/requests';
import {
  aRepliedProposal,
  issueReply,
  passAudit,
  prepareReply,
  submitForAudit,
} from '../support/steps/handling';
import * as step from '../support/steps/assignment';
import { aWorld, type World } from '../support/world';

eachDatabase('what a unit asks of its office', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const read = (id: number) => must(app, world.by.government, 'GET', `/api/proposals/${id}`);
  const on = (day: string) => app.clock.set(`${day}T01:00:00.000Z`);
  const ask = (by: Person, { id }: step.Begun, verb: string, payload: object) =>
    send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);

  describe('another unit besides', () => {
    const wanted = () => ({ reason: '涉及小区改造。', unitId: world.units.housing });

    it('joins as a co-handler when the office grants it, and the case is handled jointly', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const [lead] = assignments;
      await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-to-add', wanted());
      expect((await deadlinesOf(app, lead.id)).decideAdd.state).toBe('running');
      on('2026-03-04');
      const granted = await step.onAssignment<step.Assigned>(app, world.by.government, lead.id, 'grant-add');
      expect(granted.assignments).toMatchObject([{ unitId: world.units.housing, role: 'coHandler' }]);
      expect((await deadlinesOf(app, lead.id)).decideAdd).toMatchObject({ state: 'met' });
      expect((await deadlinesOf(app, granted.assignments[0].id)).coOpinion.dueOn).toBe('2026-04-07');
      const seen = await read(id);
      expect(seen).toMatchObject({ mode: 'joint', stage: 'handling' });
      expect(seen.history.map(({ action }: { action: string }) => action).slice(0, 3)).toEqual([
        'begin',
        'assignMore',
        'grantAdd',
      ]);
    });

    it('leads a part of its own where several lead', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world, step.SEPARATE);
      const unitId = world.units.publicity;
      await step.onAssignment(app, world.by.transport.handler, assignments[0].id, 'ask-to-add', {
        ...wanted(),
        unitId,
      });
      const granted = await step.onAssignment<step.Assigned>(
        app,
        world.by.government,
        assignments[0].id,
        'grant-add',
      );
      expect(granted.assignments).toMatchObject([{ unitId, role: 'lead' }]);
      expect((await read(id)).mode).toBe('separate');
    });

    it('is refused with a reason, and may be asked for again', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const { handler } = world.by.transport;
      for (const note of ['本单位可独立办理。', '理由不变。']) {
        expect((await ask(handler, assignments[0], 'ask-to-add', wanted())).status).toBe(201);
        expect((await ask(world.by.government, assignments[0], 'refuse-add', { note })).status).toBe(201);
      }
      expect((await read(id)).mode).toBe('sole');
    });

    it('cannot be one that is at work already, nor one nobody knows', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      const { handler } = world.by.transport;
      expect(codesOf(await ask(handler, assignments[0], 'ask-to-add', wanted()))).toEqual([
        409,
        ['leadIsCo'],
      ]);
      const unknown = { ...wanted(), unitId: 999_999 };
      expect(codesOf(await ask(handler, assignments[0], 'ask-to-add', unknown))).toEqual([422, ['unknown']]);
    });

    it('is the lead’s to ask for, and the office’s to grant', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world, step.JOINT);
      const [lead, co] = assignments;
      const another = { ...wanted(), unitId: world.units.publicity };
      expect(codesOf(await ask(world.by.housing.handler, co, 'ask-to-add', another))).toEqual([
        409,
        ['notLead'],
      ]);
      await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-to-add', another);
      expect((await ask(world.by.transport.leader, lead, 'grant-add', {})).status).toBe(403);
      expect((await ask(world.by.publicity.handler, lead, 'grant-add', {})).status).toBe(404);
    });
  });

  describe('more time', () => {
    const wanted = { until: '2026-07-31', reason: '需实地勘察。' };

    it('is granted until another day, told to the sponsor, and kept by the clock', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const [lead] = assignments;
      await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-extension', wanted);
      const granted = await step.onAssignment<{ until: string }>(
        app,
        world.by.government,
        lead.id,
        'grant-extension',
        { until: '2026-07-15' },
      );
      expect(granted.until).toBe('2026-07-15');
      const { reply, decideExtension } = await deadlinesOf(app, lead.id);
      expect(reply).toMatchObject({ state: 'running', dueOn: '2026-07-15' });
      expect(decideExtension.state).toBe('met');
      const [told] = await app.database.rows<{ tells: string }>(
        `SELECT "tells" FROM "history" WHERE "proposalId" = ? AND "action" = 'grantExtension'`,
        [id],
      );
      expect(JSON.parse(told.tells)).toContain('sponsors');
    });

    it('is granted until the day asked for when the office names none', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      await step.onAssignment(app, world.by.transport.handler, assignments[0].id, 'ask-extension', wanted);
      await step.onAssignment(app, world.by.government, assignments[0].id, 'grant-extension');
      expect((await deadlinesOf(app, assignments[0].id)).reply.dueOn).toBe('2026-07-31');
    });

    it('may be refused, and the clock stays', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      await step.onAssignment(app, world.by.transport.handler, assignments[0].id, 'ask-extension', wanted);
      await step.onAssignment(app, world.by.government, assignments[0].id, 'refuse-extension', {
        note: '按期办理。',
      });
      expect((await deadlinesOf(app, assignments[0].id)).reply.dueOn).toBe('2026-06-02');
    });

    it.each([
      ['past the cap of six months', { until: '2026-09-03' }, [409, ['extensionBeyondCap']]],
      ['until a day that is over', { until: '2026-03-01' }, [409, ['extensionNotAhead']]],
      ['until a day that is no later', { until: '2026-06-02' }, [422, ['notLater']]],
      ['until no day at all', { until: '2026-06-31' }, [422, ['wrongType']]],
    ])('is not to be had %s', async (_, more, expected) => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      const { handler } = world.by.transport;
      const asked = await ask(handler, assignments[0], 'ask-extension', { ...wanted, ...more });
      expect(codesOf(asked)).toEqual(expected);
      await step.onAssignment(app, handler, assignments[0].id, 'ask-extension', wanted);
      expect(codesOf(await ask(world.by.government, assignments[0], 'grant-extension', more))).toEqual(
        expected,
      );
    });

    it('reaches to the cap, but is not asked for once the time is over', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      const { handler } = world.by.transport;
      const longest = { ...wanted, until: '2026-09-02' };
      on('2026-06-02');
      expect((await ask(handler, assignments[0], 'ask-extension', longest)).status).toBe(201);
      await step.onAssignment(app, world.by.government, assignments[0].id, 'refuse-extension', {
        note: '否。',
      });
      on('2026-06-03');
      expect(codesOf(await ask(handler, assignments[0], 'ask-extension', longest))).toEqual([
        409,
        ['replyOverdue'],
      ]);
    });

    it('cannot be asked for beside another request, nor granted twice', async () => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      const { handler } = world.by.transport;
      await step.onAssignment(app, handler, assignments[0].id, 'ask-extension', wanted);
      const add = { reason: '涉及小区改造。', unitId: world.units.housing };
      expect(codesOf(await ask(handler, assignments[0], 'ask-to-add', add))).toEqual([409, ['requestOpen']]);
      const answers = await Promise.all(
        [1, 2].map(() => ask(world.by.government, assignments[0], 'grant-extension', {})),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    });

    it('is of no use any more when the unit replies before the office decides', async () => {
      const { id, assignments } = await step.anAcknowledgedProposal(app, world);
      const [lead] = assignments;
      await step.onAssignment(app, world.by.transport.handler, lead.id, 'ask-extension', wanted);
      await prepareReply(app, world, lead);
      await submitForAudit(app, world, lead);
      await passAudit(app, world, lead);
      await issueReply(app, world, lead);
      const { happenings } = await read(id);
      expect(happenings).toContainEqual(expect.objectContaining({ kind: 'extension', result: 'lapsed' }));
      expect((await deadlinesOf(app, lead.id)).decideExtension.state).toBe('cancelled');
    });

    it('is over with the reply', async () => {
      const { assignments } = await aRepliedProposal(app, world);
      const asked = await ask(world.by.transport.handler, assignments[0], 'ask-extension', wanted);
      expect(codesOf(asked)).toEqual([409, ['wrongStage']]);
    });
  });
});
