import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Channels } from '../../src/notifications/channels/channels';
import { MailChannel } from '../../src/notifications/channels/mail-channel';
import { Deliveries } from '../../src/notifications/deliveries';
import { AccountStates } from '../../src/platform/accounts/account-states.service';
import { SYSTEM } from '../../src/platform/accounts/actor';
import { eachDatabase, type RunningApp } from '../support/harness';
import { type Mail, MailServer } from '../support/mail-server';
import { leftUndone, NOTHING_UNDONE, remindersGiven, remindersTold } from '../support/outages';
import { goTo, sweepOn } from '../support/reminders';
import { aHandedOverProposal } from '../support/steps/assignment';
import { sendAll, wishes } from '../support/steps/notifications';
import { aWorld, type World } from '../support/world';

const MINUTE = 60_000;
const PATIENCE = { connecting: 300, talking: 300 };

eachDatabase('Reminders by mail while the mail server', (open) => {
  let server: MailServer;
  let app: RunningApp;
  let world: World;
  let silent: Silence;
  let channel: { smtpUrl: string };
  beforeEach(async () => {
    silent = await Silence.open();
    server = await MailServer.open();
    channel = { ...server.environment };
    const mail = new MailChannel(channel as MailServer['environment'], PATIENCE);
    app = await open({
      environment: server.environment,
      override: (builder) =>
        builder.overrideProvider(Channels).useValue({
          all: [mail],
          has: (name: string) => name === 'mail',
          onModuleDestroy: () => mail.close(),
        }),
    });
    world = await aWorld(app);
    reconnect = () => mail.close();
  });
  afterEach(async () => {
    silent.close();
    await server.close();
  });
  let reconnect: () => void;

  const move = (smtpUrl: string) => {
    channel.smtpUrl = smtpUrl;
    reconnect();
  };
  const mailPart = async () => (await app.inject('/health/ready')).json().parts.mail;

  const outages: [string, () => void, () => void][] = [
    ['refuses', () => (server.refusal = { at: 'rcpt', code: 451 }), () => (server.refusal = null)],
    ['is silent', () => move(silent.url), () => move(server.environment.smtpUrl)],
    ['accepts and dies', () => (server.refusal = { at: 'afterData' }), () => (server.refusal = null)],
  ];

  it.each(outages)('%s: everybody gets one in the end, who may still know', async (_, breaks, mended) => {
    const { government, clerk, otherClerk } = world.by;
    const people = [government, clerk, otherClerk];
    const [office, first, closed] = [
      await wishes(app, server, government, 'each'),
      await wishes(app, server, clerk, 'each'),
      await wishes(app, server, otherClerk, 'each'),
    ];
    for (let count = 0; count < 3; count += 1) await aHandedOverProposal(app, world);
    await sendAll(app);
    server.mails.length = 0;
    await sweepOn(app, '2026-03-24'); // the office is late by far: the committee is told as well
    breaks();
    for (const wait of [0, 1, 5]) {
      app.clock.advance(wait * MINUTE);
      await app.get(Deliveries).send();
    }
    expect(await mailPart()).toMatchObject({ status: 'degraded', message: expect.stringContaining('SMTP') });
    const dying = server.to(closed).length;
    await app.get(AccountStates).deactivate(otherClerk.accountId, SYSTEM);
    mended();
    app.clock.advance(30 * MINUTE);
    await app.get(Deliveries).send();
    expect(await mailPart()).toEqual({ status: 'ok' });
    const reminders = (await remindersGiven(app))[1];
    for (const address of [office, first]) expect(letters(server.to(address)).size).toBe(reminders);
    expect(server.to(closed)).toHaveLength(dying);
    expect((await remindersTold(app)).told).toBe(reminders * people.length);
    expect(await leftUndone(app)).toEqual(NOTHING_UNDONE);
    goTo(app, '2026-03-25');
    const sent = server.mails.length;
    expect([await sendAll(app), server.mails.length]).toEqual([0, sent]);
  });
});

// A mail that was sent twice can be told by its name.
const letters = (mails: Mail[]) => new Set(mails.map(({ messageId }) => messageId));

/** A server that takes every line and never says a word. */
class Silence {
  private readonly sockets: Socket[] = [];
  private readonly server: Server = createServer((socket) => {
    this.sockets.push(socket.on('error', () => undefined));
  });

  static async open(): Promise<Silence> {
    const opened = new Silence();
    await new Promise<void>((resolve) => opened.server.listen(0, '127.0.0.1', resolve));
    return opened;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }
}
