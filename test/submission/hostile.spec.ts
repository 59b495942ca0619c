import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { upload } from '../support/files';
import { must, send } from '../support/requests';
import { draftProposal, WHOLE_TEXT } from '../support/steps/submission';
import { aWorld, type World } from '../support/world';

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '\0',
    '\ud800',
    "'; DROP TABLE proposal; --",
    '<script>',
    '{{1}}',
    '提'.repeat(20_001),
  ),
);
const anything = fc.oneof(
  text,
  fc.anything({ maxDepth: 2, withNullPrototype: false }).filter((value) => value !== undefined),
  fc.constantFrom(null, -1, 0, 1.5, 2 ** 31, 2 ** 53, [[]], [null], [1, 1], [{}], true),
);
const FIELDS = [...Object.keys(WHOLE_TEXT), 'suggestedUnits', 'publicityWish', 'publicityReason', 'version'];
const body = fc.dictionary(
  fc.constantFrom(...FIELDS, 'sponsorId', 'sessionId', '__proto__', 'stage'),
  anything,
  {
    maxKeys: 6,
  },
);

eachDatabase('Whatever is sent while writing', (open) => {
  let app: RunningApp;
  let world: World;
  let id: number;

  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    ({ id } = await draftProposal(app, world.by.first, world.sponsors.first));
  });

  const read = () => must(app, world.by.first, 'GET', `/api/proposals/${id}`);
  const rows = async (table: string): Promise<number> => {
    const [{ count }] = await app.database.rows<{ count: number }>(
      `SELECT COUNT(*) AS "count" FROM "${table}"`,
    );
    return count;
  };

  it('is taken or refused with a reason in Chinese, and changes nothing when refused', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const before = await read();
        const answer = await send(app, world.by.first, 'PUT', `/api/proposals/${id}/text`, payload);
        expect(answer.status).toBeLessThan(500);
        if (answer.status < 300) return;
        expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/);
        expect(await read()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  it('begins a proposal or nothing at all', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const [proposals, texts] = [await rows('proposal'), await rows('proposalText')];
        const { status } = await send(app, world.by.first, 'POST', '/api/proposals', payload);
        expect(status).toBeLessThan(500);
        const more = status < 300 ? 1 : 0;
        expect([await rows('proposal'), await rows('proposalText')]).toEqual([
          proposals + more,
          texts + more,
        ]);
      }),
      { numRuns: 40 },
    );
  });

  it('never fails the other routes', async () => {
    const routes = ['invite-cosigners', 'cosign', 'decline-cosign', 'sign-as-convener', 'submit', 'withdraw'];
    const more = ['ask-withdrawal', 'consent-to-withdrawal', 'refuse-withdrawal'];
    const keys = fc.constantFrom(
      'sponsorIds',
      'sponsorId',
      'opinion',
      'name',
      'reason',
      'note',
      'version',
      'x',
    );
    const payloads = fc.dictionary(keys, anything, { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes, ...more), payloads, async (verb, payload) => {
        const answer = await send(app, world.by.second, 'POST', `/api/proposals/${id}/${verb}`, payload);
        expect([404, 422]).toContain(answer.status);
      }),
      { numRuns: 80 },
    );
  });

  it('never fails an upload, whatever is in it and however it is called', async () => {
    const name = fc.string({ unit: 'binary' }).map((given) => given.replace(/["\r\n]/g, ''));
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 600 }), async (given, bytes) => {
        const file = { name: given, content: Buffer.from(bytes) };
        const { status } = await upload(app, world.by.first, `/api/proposals/${id}/attachments`, file);
        expect([201, 422]).toContain(status);
      }),
      { numRuns: 60 },
    );
  });

  it('names no proposal when the id is none', async () => {
    for (const wrong of ['0', '-1', '1.5', '2147483648', 'x', '1%00', '１']) {
      const url = `/api/proposals/${encodeURIComponent(wrong)}/submit`;
      expect((await send(app, world.by.first, 'POST', url, {})).status).toBe(404);
    }
  });
});
