import { graphOf } from '../../../src/lifecycle/diagram';
import { PROPOSAL_STAGES } from '../../../src/lifecycle/facts';
import { proposalStages } from '../../../src/lifecycle/words/stages';
import { howHtml } from '../../../src/publication/how.page';
import { lifeLayout } from '../../../src/publication/life-layout';
import { Rules } from '../../../src/proposals/rules';
import { startApp, type RunningApp } from '../../support/harness';

describe('How a proposal travels', () => {
  const html = howHtml(Rules.load().handling.clocks);
  const drawing = /<svg.*<\/svg>/s.exec(html)![0];

  it('draws every stage of the table once', () => {
    for (const stage of PROPOSAL_STAGES) {
      const boxes = drawing.split(`text-anchor="middle">${proposalStages[stage]}</text>`).length - 1;
      expect([stage, boxes]).toEqual([stage, 1]);
    }
  });

  it('tells every way from one stage to another', () => {
    for (const { from, words, to } of graphOf('proposal').filter((arrow) => arrow.from !== '[*]')) {
      const stage = proposalStages[from as keyof typeof proposalStages];
      const told = new RegExp(
        `<strong>${stage}</strong>[^<]*${words.join('、')}，成为“${proposalStages[to as keyof typeof proposalStages]}”`,
      );
      expect(html).toMatch(told);
    }
  });

  it('lays no two stages on one place, and leads from the draft to the archive', () => {
    const { main, side } = lifeLayout();
    for (const laid of [main, side]) expect(new Set(laid.map(({ row }) => row)).size).toBe(laid.length);
    expect([main[0].stage, main.at(-1)?.stage]).toEqual(['draft', 'archived']);
    expect(main.length + side.length).toBe(PROPOSAL_STAGES.length);
  });

  it('holds no style and no script', () => {
    expect(html).not.toMatch(/<style|<script|\sstyle=|\son\w+=/);
  });

  describe('on the server', () => {
    let app: RunningApp;
    beforeAll(async () => (app = await startApp()));
    afterAll(() => app.close());

    it('asks no database, sets no cookie, and is light', async () => {
      const rows = jest.spyOn(app.database, 'rows');
      const answer = await app.inject('/notices/how');
      expect([answer.statusCode, rows.mock.calls.length]).toEqual([200, 0]);
      expect(answer.headers['set-cookie']).toBeUndefined();
      expect(answer.body.length).toBeLessThan(40_000);
      rows.mockRestore();
      const { etag } = answer.headers;
      const again = await app.inject({ url: '/notices/how', headers: { 'if-none-match': etag } });
      expect(again.statusCode).toBe(304);
    });
  });
});
