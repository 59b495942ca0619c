import { createHmac, timingSafeEqual } from 'node:crypto';
import { Deliveries } from '../../src/notifications/deliveries';
import { Preferences } from '../../src/notifications/preferences.service';
import { eachDatabase, type RunningApp } from '../support/harness';
import { deliveriesSeen, sendAll } from '../support/steps/notifications';
import { submitProposal } from '../support/steps/submission';
import { type Received, WebhookReceiver } from '../support/webhook-receiver';
import { aWorld, type World } from '../support/world';

const MINUTE = 60_000;

/** As the README tells those who receive. */
function isGenuine({ headers, body }: Received, secret: string, now: number): boolean {
  const [, at, code] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['tiban-signature'])) ?? [];
  if (!at || Math.abs(now / 1000 - Number(at)) > 300) return false;
  const expected = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return timingSafeEqual(Buffer.from(code), Buffer.from(expected));
}

eachDatabase('The messaging platform', (open) => {
  let receiver: WebhookReceiver;
  let app: RunningApp;
  let world: World;

  beforeEach(async () => {
    receiver = await WebhookReceiver.open();
    app = await open({ environment: receiver.environment });
    world = await aWorld(app);
    await app.get(Preferences).change(world.by.clerk.accountId, { mail: 'none', platform: true });
  });
  afterEach(() => receiver.close());

  const row = async () => (await deliveriesSeen(app, world))[0];

  it('is told what was told, to whom, signed', async () => {
    const { id } = await submitProposal(app, world);
    await sendAll(app);
    const [message, ...more] = receiver.received;
    expect(more).toEqual([]);
    const now = app.clock.now().getTime();
    expect(isGenuine(message, receiver.secret, now)).toBe(true);
    expect(isGenuine(message, 'another secret, just as long as it', now)).toBe(false);
    expect(isGenuine({ ...message, body: message.body.replace('停车', '占道') }, receiver.secret, now)).toBe(
      false,
    );
    expect(isGenuine(message, receiver.secret, now + 10 * MINUTE)).toBe(false);
    expect(message.headers).toMatchObject({
      'tiban-delivery': String((await row()).id),
      'content-type': 'application/json; charset=utf-8',
    });
    expect(JSON.parse(message.body)).toMatchObject({
      id: (await row()).id,
      to: { username: world.by.clerk.username, name: world.by.clerk.name },
      subject: '【提案办理】提交提案 《关于整治老旧小区停车难的建议》',
      caseNo: null,
      dueOn: '2026-03-16',
      link: `https://tiban.example/proposals/${id}`,
    });
    expect(await row()).toMatchObject({ channel: 'webhook', state: 'sent', attempts: 1 });
  });

  it.each([408, 429, 500, 503])('is told again when it answers %i', async (status) => {
    receiver.status = status;
    await submitProposal(app, world);
    await sendAll(app);
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, lastError: `HTTP ${status}` });
    receiver.status = 202;
    app.clock.advance(MINUTE);
    await app.get(Deliveries).send();
    const ids = receiver.received.map(({ headers }) => headers['tiban-delivery']);
    expect([ids.length, new Set(ids).size]).toEqual([2, 1]);
    expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  it.each([301, 307, 400, 401, 404, 410])(
    'is not told again when it answers %i, nor anybody it points to',
    async (status) => {
      receiver.status = status;
      await submitProposal(app, world);
      await sendAll(app);
      expect(await row()).toMatchObject({ state: 'failed', attempts: 1, lastError: `HTTP ${status}` });
      expect(receiver.received).toHaveLength(1);
    },
  );

  it('may be away', async () => {
    await submitProposal(app, world);
    await receiver.close();
    await sendAll(app);
    expect(await row()).toMatchObject({ state: 'waiting', attempts: 1, lastError: 'HTTP ECONNREFUSED' });
  });
});
