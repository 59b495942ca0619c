import { Deliveries } from '../../src/notifications/deliveries';
import { eachDatabase, type RunningApp } from '../support/harness';
import { MailServer } from '../support/mail-server';
import { goTo, sweepOn } from '../support/reminders';
import { recommend } from '../support/steps/examination';
import { deliveriesSeen, sendAll, wishes } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

eachDatabase('A reminder by mail', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  let address: string;
  let id: number;

  beforeEach(async () => {
    server = await MailServer.open();
    app = await open({ environment: server.environment });
    world = await aWorld(app);
    address = await wishes(app, server, world.by.clerk, 'each');
    ({ id } = await submitProposal(app, world));
    await sendAll(app);
    server.mails.length = 0;
  });
  afterEach(() => server.close());

  it('says what is due when and what to do, once however often it is looked', async () => {
    await sweepOn(app, '2026-03-09');
    await sweepOn(app, '2026-03-09');
    await sendAll(app);
    await sendAll(app);
    const [mail, ...more] = server.to(address);
    expect(more).toEqual([]);
    expect(mail.subject).toBe('【提案办理】还有 7 天 《关于整治老旧小区停车难的建议》');
    expect(mail.text).toContain('「审查提案」应于 2026-03-16 前完成，还有 7 天，请按期办理。');
    expect(mail.text).toContain(`https://tiban.example/proposals/${id}`);
  });

  it('tells how the time stands when it leaves', async () => {
    await sweepOn(app, '2026-03-16');
    goTo(app, '2026-03-18');
    await sendAll(app);
    expect(server.to(address).map(({ subject }) => subject.slice(0, 13))).toEqual([
      '【提案办理】已逾期 2 天',
    ]);
  });

  it('does not leave when what it reminds of has been done meanwhile', async () => {
    await sweepOn(app, '2026-03-09');
    await recommend(app, world, id);
    await app.get(Deliveries).send();
    expect(server.to(address)).toEqual([]);
    expect((await deliveriesSeen(app, world))[0]).toMatchObject({
      state: 'withheld',
      lastError: 'notVisible',
    });
  });
});
