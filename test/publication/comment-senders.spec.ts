import { SenderLimit } from '../../src/publication/comments/sender-limit';
import { dumpOf } from '../support/bytes';
import { eachDatabase, type RunningApp } from '../support/harness';
import { textOf } from '../support/markup';
import * as step from '../support/steps/comments';
import { aNotice, aPublishableCase } from '../support/steps/publication';
import { aWorld } from '../support/world';

const HOUR = 3_600_000;
const MOST = 5;

eachDatabase('Those who comment', (open) => {
  let app: RunningApp;
  let id: number;
  let count = 0;

  const start = async (trustProxy: boolean) => {
    app = await open({ environment: { trustProxy } });
    const world = await aWorld(app);
    const items = [{ proposalId: (await aPublishableCase(app, world)).id }];
    id = await aNotice(app, world, items);
  };
  const text = () => `这是第${(count += 1)}条各不相同的留言。`;
  const send = async (from: string, headers: Record<string, string> = {}) => {
    const token = step.tokenIn((await step.openForm(app, id)).body);
    app.clock.advance(step.A_WHILE);
    return step.sendForm(app, id, { text: text(), token }, { from, headers });
  };
  const statusFrom = async (from: string, headers?: Record<string, string>) =>
    (await send(from, headers)).statusCode;
  const exhaust = async (from: string, headers?: Record<string, string>) => {
    for (let at = 0; at < MOST; at += 1) expect(await statusFrom(from, headers)).toBe(303);
  };

  describe('directly', () => {
    beforeAll(() => start(false));

    it('send so many a day, and again a day after the first', async () => {
      const [from, begun] = ['192.0.2.1', app.clock.now().getTime()];
      await exhaust(from);
      const refused = await send(from);
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(23 * 3600);
      expect(textOf(refused.body)).toContain(`这是第${count}条`);
      expect(await statusFrom('192.0.2.2')).toBe(303);
      app.clock.set(new Date(begun + 23 * HOUR));
      expect(await statusFrom(from)).toBe(429);
      app.clock.set(new Date(begun + 25 * HOUR));
      await exhaust(from);
      expect(await statusFrom(from)).toBe(429);
    });

    it('are counted by their network: 64 bits of IPv6, an IPv4 address in whatever form', async () => {
      await exhaust('2001:db8:7:8::1');
      expect(await statusFrom('2001:db8:7:8:ffff:1:2:3')).toBe(429);
      expect(await statusFrom('2001:0db8:0007:0008:0:0:0:9')).toBe(429);
      expect(await statusFrom('2001:db8:7:9::1')).toBe(303);
      await exhaust('192.0.2.77');
      expect(await statusFrom('::ffff:192.0.2.77')).toBe(429);
      expect(await statusFrom('::ffff:192.0.2.78')).toBe(303);
    });

    it('cannot say that they are somebody else', async () => {
      await exhaust('192.0.2.99');
      for (const said of ['198.51.100.1', '10.0.0.1', 'x'])
        expect(await statusFrom('192.0.2.99', { 'x-forwarded-for': said })).toBe(429);
    });

    it('are not more than allowed because they all come at once', async () => {
      const page = () => step.openForm(app, id);
      const tokens: string[] = [];
      for (let at = 0; at < MOST * 2; at += 1) tokens.push(step.tokenIn((await page()).body));
      app.clock.advance(step.A_WHILE);
      const sent = await Promise.all(
        tokens.map((token) => step.sendForm(app, id, { text: text(), token }, { from: '192.0.2.123' })),
      );
      const statuses = sent.map(({ statusCode }) => statusCode).sort();
      expect(statuses).toEqual([...Array(MOST).fill(303), ...Array(MOST).fill(429)]);
    });

    it('are nowhere to be found, neither address nor browser, and forgotten after a day', async () => {
      const agent = 'Sonderbarer-Leser/7.1';
      expect(await statusFrom('192.0.2.200', { 'user-agent': agent })).toBe(303);
      const dump = await dumpOf(app, []);
      for (const secret of ['192.0.2.200', '192.0.2', agent, 'Sonderbarer', '2001:db8:7:8'])
        expect(dump).not.toContain(secret);
      const keys = () => app.database.rows('SELECT "key" FROM "commentSender"');
      expect((await keys()).length).toBeGreaterThan(0);
      app.clock.advance(24 * HOUR);
      await app.get(SenderLimit).forget();
      expect(await keys()).toEqual([]);
    });
  });

  it('behind a trusted proxy are those whom the proxy saw, whatever they say before', async () => {
    await start(true);
    const via = (seen: string, said = '') => ({ 'x-forwarded-for': said ? `${said}, ${seen}` : seen });
    await exhaust('10.0.0.1', via('203.0.113.1'));
    expect(await statusFrom('10.0.0.1', via('203.0.113.1'))).toBe(429);
    expect(await statusFrom('10.0.0.1', via('203.0.113.1', '198.51.100.7'))).toBe(429);
    expect(await statusFrom('10.0.0.1', via('203.0.113.2'))).toBe(303);
    await exhaust('10.0.0.1', via('unknown'));
    expect(await statusFrom('10.0.0.1', via('<script>'))).toBe(429);
  });
});
