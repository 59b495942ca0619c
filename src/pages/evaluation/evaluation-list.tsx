import type { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';
import { ballotKinds, evaluationObjects } from '../../lifecycle/words/meetings';
import { Day } from '../../platform/pages/day-words';
import { Pager, Table, listHref } from '../../platform/pages/table';
import { StageBadge } from './stage-badge';

type Page = Awaited<ReturnType<EvaluationSheets['list']>>;
type Line = Page['items'][number];

const COLUMNS = [
  {
    key: 'title',
    label: '会议',
    cell: ({ id, title }: Line) => <a href={`/evaluations/${id}`}>{title}</a>,
  },
  { key: 'day', label: '评议日期', cell: ({ heldOn }: Line) => <Day day={heldOn} /> },
  { key: 'objects', label: '评议对象', cell: ({ objects }: Line) => evaluationObjects[objects] },
  { key: 'ballots', label: '选票', cell: ({ ballots }: Line) => ballotKinds[ballots] },
  { key: 'stage', label: '环节', cell: (line: Line) => <StageBadge {...line} /> },
];

/** Meetings, the newest first. */
export const EvaluationList = ({ page, query }: { page: Page; query: Record<string, unknown> }) => (
  <>
    <Table
      caption="民主评议会议，最近的在前"
      columns={COLUMNS}
      rows={page.items}
      rowHeader="title"
      empty={<Nothing />}
    />
    {page.total > page.size && (
      <Pager {...page} href={(to) => listHref('/evaluations', query, { page: to })} />
    )}
  </>
);

const Nothing = () => (
  <>
    <p class="empty-title">没有评议会议</p>
    <p>重点提案办结以后，由提案委安排常委会会议民主评议。</p>
  </>
);
