import { eachDatabase, type RunningApp, START } from '../support/harness';
import { publicly } from '../support/reading';
import { send } from '../support/requests';
import { aPromisedCase, keep, onPromise, type Promised, tryOnPromise } from '../support/steps/promises';
import { aNotice, makePublishable, onNotice } from '../support/steps/publication';
import { aWorld, type World } from '../support/world';

const UNPUBLISHED = { publicity: 'none', publicityReason: '涉及在建项目。' };
const EVIL = '<script>alert(1)</script>年底前建成，联系 13812345678。';

eachDatabase('promises before the public', (open) => {
  let app: RunningApp;
  let world: World;
  let made: Promised;
  let promiseId: number;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
  });
  beforeEach(async () => {
    app.clock.set(START);
    made = await aPromisedCase(app, world);
    promiseId = made.promises[0].id;
  });

  const show = (more: object = {}, by = world.by.clerk) =>
    tryOnPromise(app, by, made.lead, 'show-promise', { promiseId, ...more });
  const shown = async (): Promise<{ id: number; text: string; state: string }[]> =>
    (await publicly(app, '/promises.json'))
      .json()
      .promises.filter(({ id }: { id: number }) => id === promiseId);
  const publish = async () => {
    await makePublishable(app, world, made.lead);
    return aNotice(app, world, [{ proposalId: made.id }]);
  };

  it('are shown when the committee releases them and the case is in an issued notice, with their state', async () => {
    expect(await show()).toEqual([200]);
    expect(await shown()).toEqual([]);
    const noticeId = await publish();
    expect(await shown()).toMatchObject([
      { noticeId, unit: '市交通运输局', state: 'open', firstDueOn: '2026-12-31' },
    ]);
    await keep(app, world, made.lead, promiseId);
    expect(await shown()).toMatchObject([{ state: 'kept', keptOn: '2026-03-02' }]);
    const page = await publicly(app, '/promises');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('已兑现');
    expect(page.body).not.toContain('已建成并投入使用');
    await onPromise(app, world.by.clerk, made.lead, 'hide-promise', { promiseId });
    expect(await shown()).toEqual([]);
  });

  it('go with the notice when that is taken down', async () => {
    await show();
    const noticeId = await publish();
    expect(await shown()).toHaveLength(1);
    await onNotice(app, world.by.office, noticeId, 'take-down', { reason: '涉及个人信息。' });
    expect(await shown()).toEqual([]);
  });

  it('are cleared of personal data, word by word, and escaped', async () => {
    expect(await show({ text: EVIL })).toEqual([422, 'mobile']);
    expect(await show({ text: EVIL, accepted: ['13812345678'] })).toEqual([200]);
    await publish();
    const page = await publicly(app, '/promises');
    expect(page.body).toContain('&lt;script');
    expect(page.body).not.toContain('<script>');
    expect(await shown()).toMatchObject([{ text: EVIL }]);
  });

  it('are released by the committee, for their own reply, unless the unit would publish nothing of it', async () => {
    for (const who of [world.by.transport.leader, world.by.first, world.by.director])
      expect(await show({}, who)).toEqual([403, 'notYours']);
    const other = await aPromisedCase(app, world);
    expect(await show({ promiseId: other.promises[0].id })).toEqual([422, 'unknown']);
    expect(await show({ promiseId: 999_999 })).toEqual([422, 'unknown']);
    made = await aPromisedCase(app, world, [{ text: '年底前建成。', dueOn: '2026-12-31' }], UNPUBLISHED);
    promiseId = made.promises[0].id;
    expect(await show()).toEqual([409, 'replyNotPublic']);
  });

  it('are carried to a city by caches: a tag, and 304 for whoever has it', async () => {
    for (const url of ['/promises', '/promises.json']) {
      const first = await publicly(app, url);
      expect(first.headers['cache-control']).toContain('public');
      const again = await app.inject({ url, headers: { 'if-none-match': String(first.headers.etag) } });
      expect([again.statusCode, again.body]).toEqual([304, '']);
    }
    expect((await send(app, world.by.clerk, 'POST', '/promises', {})).status).toBe(404);
  });
});
