import { Briefs } from '../../src/notifications/briefs';
import { Deliveries } from '../../src/notifications/deliveries';
import { Relay } from '../../src/notifications/relay';
import { eachDatabase, type RunningApp } from '../support/harness';
import { MailServer } from '../support/mail-server';
import { anAssignedProposal, grantReturn, requestReturn } from '../support/steps/assignment';
import { deliveriesSeen, wishes } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { must } from '../support/requests';
import { aWorld, type World } from '../support/world';

const MORNING = (day: string) => `${day}T00:30:00.000Z`;

eachDatabase('The daily brief', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  let address: string;

  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
    address = await wishes(app, server, world.by.clerk, 'brief');
  });
  afterEach(() => server.close());

  /** The jobs as they run at a moment. */
  const at = async (moment: string) => {
    app.clock.set(moment);
    await app.get(Relay).drain();
    await app.get(Briefs).plan();
    await app.get(Deliveries).send();
    return server.to(address);
  };

  it('is one mail for all that happened, the next working morning', async () => {
    await submitProposal(app, world);
    await submitProposal(app, world);
    expect(await at('2026-03-02T06:00:00.000Z')).toEqual([]);
    expect(await at('2026-03-03T00:29:00.000Z')).toEqual([]);
    const [mail, ...more] = await at(MORNING('2026-03-03'));
    expect(more).toEqual([]);
    expect(mail.subject).toBe('【提案办理】2026-03-03 简报：逾期 0 件，七日内到期 0 件，新消息 2 条');
    expect(mail.text).toContain('新消息（2）\n- 2026-03-02 《关于整治老旧小区停车难的建议》：提交提案');
    expect(mail.html).toContain('<h2>新消息（2）</h2>');
  });

  it('comes once a day, and not at all when there is nothing to say', async () => {
    await submitProposal(app, world);
    await at(MORNING('2026-03-03'));
    await at('2026-03-03T02:00:00.000Z');
    expect(await at('2026-03-03T08:00:00.000Z')).toHaveLength(1);
    expect(await at(MORNING('2026-03-04'))).toHaveLength(1);
    expect((await deliveriesSeen(app, world))[0]).toMatchObject({
      state: 'withheld',
      lastError: 'nothingToSay',
    });
  });

  it('tells what comes near and what is over by itself, most urgent first', async () => {
    await submitProposal(app, world);
    await must(app, world.by.clerk, 'POST', '/api/inbox/read', {});
    const [mail] = (await at(MORNING('2026-03-12'))).slice(-1);
    expect(mail.subject).toContain('逾期 0 件，七日内到期 1 件');
    expect(mail.text).toContain('七日内到期（1）');
    expect(mail.text).toContain('审查提案，期限 2026-03-16（还有 4 天）');
    const [late] = (await at(MORNING('2026-03-17'))).slice(-1);
    expect(late.text).toContain('已逾期（1）');
    expect(late.text).toContain('审查提案，期限 2026-03-16（已逾期 1 天）');
  });

  it('does not come on days off', async () => {
    await submitProposal(app, world);
    expect(await at('2026-03-07T02:00:00.000Z')).toEqual([]);
    expect(await at(MORNING('2026-03-09'))).toHaveLength(1);
  });

  it('is not made up for when a morning was missed: the next one says all of it', async () => {
    await submitProposal(app, world);
    await at('2026-03-02T06:00:00.000Z');
    expect(await at('2026-03-05T02:00:00.000Z')).toHaveLength(1);
    const rows = await deliveriesSeen(app, world);
    expect(rows.map(({ state, lastError }) => [state, lastError])).toEqual([
      ['sent', null],
      ['withheld', 'superseded'],
    ]);
  });

  it('says nothing of what its reader may no longer see', async () => {
    const of = await wishes(app, server, world.by.transport.handler, 'brief');
    const { assignments } = await anAssignedProposal(app, world);
    await app.get(Relay).drain();
    await requestReturn(app, world, assignments[0]);
    await grantReturn(app, world, assignments[0]);
    await at(MORNING('2026-03-09'));
    expect(server.to(of)).toEqual([]);
  });
});
