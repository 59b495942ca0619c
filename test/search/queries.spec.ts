import fc from 'fast-check';
import { eachDatabase, type RunningApp } from '../support/harness';
import { send } from '../support/requests';
import { aFiledProposal } from '../support/steps/examination';
import { aWorld, type World } from '../support/world';

const BAD = [
  ...['AND', 'OR NOT', 'NEAR(停车 5)', '停车 AND', '(((', '"', '""', '"停车', '停车*', '*', '^停车', '-停车'],
  ...[
    'subject: 停车',
    '{subject} : 停车',
    '停车 + 难',
    "'; DROP TABLE proposal; --",
    "' OR 1=1 --",
    '停车 & 难 | !车',
  ],
  ...[
    '停车:*A',
    '<->',
    "''''",
    '\\',
    '%',
    '_',
    '？！。，、',
    '…',
    '😀',
    '👨‍👩‍👧 停车',
    '𠮷野家',
    '停\n车',
    '\t',
    '‮停车',
  ],
  ...[
    'a'.repeat(10_000),
    '停车'.repeat(5000),
    '停 '.repeat(5000),
    '"'.repeat(10_000),
    '第十届'.repeat(100),
    '0',
    '１２３',
  ],
];

eachDatabase('Any query', (open) => {
  let app: RunningApp;
  let world: World;
  beforeAll(async () => {
    app = await open();
    world = await aWorld(app);
    await aFiledProposal(app, world);
  });

  const answerTo = async (q: string, path = '') => {
    const { status, body } = await send(
      app,
      world.by.clerk,
      'GET',
      `/api/search${path}?q=${encodeURIComponent(q)}`,
    );
    return { status, body };
  };

  it('is answered with finds, or with none and what to do', async () => {
    for (const q of BAD) {
      const { status, body } = await answerTo(q);
      expect([q.slice(0, 30), status]).toEqual([q.slice(0, 30), 200]);
      if (body.total === 0) expect(body.hint).toMatch(/\p{Script=Han}/u);
      else expect(body.items.length).toBeGreaterThan(0);
      expect((await answerTo(q, '/facets')).status).toBe(200);
    }
  });

  it('means what its words mean, whatever stands around them', async () => {
    for (const q of ['(停车)', '停车*', '"停车', 'subject:停车', "停车'; --", '👨‍👩‍👧停车', '《停车》'])
      if (!/[a-z]/.test(q)) expect([q, (await answerTo(q)).body.total]).toEqual([q, 1]);
  });

  it('may be anything at all', async () => {
    const signs = fc.constantFrom(...'停车难老旧小区"“”*()-:^&|!<>\'{}+~?%_\\;，。 12ａ第届号年');
    const query = fc.oneof(
      fc.string({ unit: signs, maxLength: 40 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ')),
    );
    await fc.assert(
      fc.asyncProperty(query, async (q) => {
        const { status, body } = await answerTo(q);
        expect(status).toBe(200);
        for (const { marked, subject, snippets } of body.items) {
          expect(marked.map(({ text }: { text: string }) => text).join('')).toBe(subject);
          for (const { pieces } of snippets)
            expect(pieces.some(({ hit }: { hit: boolean }) => hit)).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });
});
