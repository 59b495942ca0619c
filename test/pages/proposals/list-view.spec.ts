import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ListView } from '../../../src/pages/proposals/list-view';
import type { ProposalLine } from '../../../src/proposals/lists/list.service';

const SESSIONS = new Map([
  [1, '第15届第1次会议'],
  [2, '第15届第2次会议'],
]);

const line = (id: number, sessionId: number): ProposalLine => ({
  ...{ id, sessionId, stage: 'filed', stageWord: '已立案', subject: `第${id}件`, receiptNo: 1, caseNo: 1 },
  ...{ category: '社会', isKey: false, leadSponsor: '王一文', leadUnits: [], dueOn: null, overdue: false },
});

describe('A list', () => {
  const shown = (items: ProposalLine[]) =>
    renderToString(
      h(ListView, {
        list: { items, total: items.length, page: 1, size: 20 },
        ...{ query: {}, may: null, offices: [], sessions: SESSIONS, csrf: '', today: '2026-11-28' },
        mostExported: 100,
      }),
    );

  it('says of which session a number is where several have the same', () => {
    const html = shown([line(1, 1), line(2, 2)]);
    expect(html).toContain('第1号<small class="d-block text-secondary">第15届第1次会议</small>');
    expect(html).toContain('第1号<small class="d-block text-secondary">第15届第2次会议</small>');
  });

  it('does not repeat the session where there is one only', () =>
    expect(shown([line(1, 2), line(2, 2)])).not.toContain('第15届'));
});
