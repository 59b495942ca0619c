import { eachDatabase, type RunningApp, START } from '../support/harness';
import { codesOf } from '../support/problems';
import { must, send } from '../support/requests';
import * as step from '../support/steps/assignment';
import * as handling from '../support/steps/handling';
import { aWorld, type World } from '../support/world';

eachDatabase('the draft of a reply', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(() => app.clock.set(START));

  const readBy = (by: typeof world.by.first, id: number) => must(app, by, 'GET', `/api/proposals/${id}`);
  const post = (by: typeof world.by.first, { id }: step.Begun, verb: string, payload: object = {}) =>
    send(app, by, 'POST', `/api/assignments/${id}/${verb}`, payload);

  it('is saved piece by piece, and what is not sent stays', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    expect((await handling.draftReply(app, world, lead, { body: '初稿。' })).stage).toBe('drafting');
    await handling.draftReply(app, world, lead, { class: 'C', publicity: 'none', contactPerson: '陈经办' });
    await handling.draftReply(app, world, lead, { contactPerson: '' });
    const [own] = (await readBy(world.by.transport.leader, id)).assignments;
    expect(own.reply).toMatchObject({ body: '初稿。', class: 'C', publicity: 'none', contactPerson: '' });
  });

  it('is hidden from the sponsor', async () => {
    const { id, assignments } = await step.anAcknowledgedProposal(app, world);
    await handling.draftReply(app, world, assignments[0]);
    expect((await readBy(world.by.first, id)).assignments[0].reply).toBeNull();
  });

  it('is never saved over what its writer has not seen', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const { handler } = world.by.transport;
    const draft = { version: 2, body: '甲稿。' };
    expect((await post(handler, assignments[0], 'draft-reply', draft)).body.version).toBe(3);
    const late = await post(world.by.transport.leader, assignments[0], 'draft-reply', {
      ...draft,
      body: '乙稿。',
    });
    expect([late.status, late.body.what]).toEqual([409, { stage: 'drafting', version: 3 }]);
    expect((await post(handler, assignments[0], 'draft-reply', { body: '丙稿。' })).status).toBe(422);
    const both = await Promise.all(
      ['丁', '戊'].map((body) => post(handler, assignments[0], 'draft-reply', { version: 3, body })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('promises nothing but what is planned', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const draft = { ...handling.PLANNED_REPLY, version: 2, class: 'A', contactPhone: '没有电话' };
    const answer = await post(world.by.transport.handler, assignments[0], 'draft-reply', draft);
    expect(answer.body.errors).toMatchObject([
      { field: 'contactPhone', code: 'notAPhone' },
      { field: 'promises', code: 'onlyPlanned' },
    ]);
  });

  it.each([['body'], ['class'], ['contactPerson'], ['contactPhone'], ['publicity']])(
    'is not audited without its %s',
    async (part) => {
      const { assignments } = await step.anAcknowledgedProposal(app, world);
      await handling.prepareReply(app, world, assignments[0], {
        reply: { ...handling.WHOLE_REPLY, [part]: null },
      });
      const answer = await post(world.by.transport.handler, assignments[0], 'submit-for-audit');
      expect(codesOf(answer)).toEqual([409, ['replyIncomplete']]);
    },
  );

  it.each([
    ['a reason for staying unpublished', { ...handling.WHOLE_REPLY, publicity: 'summary' }],
    ['a promise where something is planned', { ...handling.WHOLE_REPLY, class: 'B' }],
    [
      'days that lie ahead',
      { ...handling.PLANNED_REPLY, promises: [{ text: '施划车位。', dueOn: '2026-03-02' }] },
    ],
  ])('is not audited without %s', async (_, reply) => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    await handling.prepareReply(app, world, assignments[0], { reply });
    const answer = await post(world.by.transport.handler, assignments[0], 'submit-for-audit');
    expect(codesOf(answer)).toEqual([409, ['replyIncomplete']]);
  });

  it('is not audited before anybody met the sponsor, or the sponsor declined', async () => {
    const { assignments } = await step.anAcknowledgedProposal(app, world);
    const [lead] = assignments;
    await handling.draftReply(app, world, lead);
    const early = await post(world.by.transport.handler, lead, 'submit-for-audit');
    expect(codesOf(early)).toEqual([409, ['noConsultation']]);
    await handling.consult(app, world, lead, {
      declined: true,
      mode: 'phone',
      outcome: '提案者表示不必走访。',
    });
    expect((await post(world.by.transport.handler, lead, 'submit-for-audit')).body.stage).toBe('auditing');
  });
});
