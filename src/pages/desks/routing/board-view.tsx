import { Table } from '../../../platform/pages/table';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { Requests } from './requests-view';
import type { AuditRow, LoadRow, RequestRow, ToRouteRow } from './routing-board.service';

export const DESK = '/desk/routing';

export interface BoardProps {
  readonly toRoute: readonly ToRouteRow[];
  readonly requests: readonly RequestRow[];
  readonly audits: readonly AuditRow[];
  readonly load: readonly LoadRow[];
  readonly today: string;
  readonly csrf: string;
}

/** Everything that waits for the office, one part after the other. */
export const Board = (props: BoardProps) => (
  <>
    <nav class="section-nav" aria-label="本页各部分">
      <a href="#to-route">待分办 {props.toRoute.length}</a>
      <a href="#requests">待决定 {props.requests.length}</a>
      <a href="#audits">待审核 {props.audits.length}</a>
      <a href="#load">各单位在办</a>
    </nav>
    <ToRoute {...props} />
    <section class="mb-4" aria-labelledby="requests">
      <h2 id="requests">退办、增办和延期申请</h2>
      <Requests {...props} />
    </section>
    <Audits {...props} />
    <Load load={props.load} />
  </>
);

const caseOf = (row: Omit<ToRouteRow, 'version' | 'sponsor' | 'dueOn' | 'units' | 'returned'>) => (
  <CaseLink {...row} isKey={Boolean(row.isKey)} href={`/proposals/${row.proposalId}`} />
);

function ToRoute({ toRoute, today }: BoardProps) {
  const columns = [
    { key: 'case', label: '提案', cell: caseOf },
    { key: 'sponsor', label: '提案者', cell: ({ sponsor }: ToRouteRow) => sponsor },
    {
      ...{ key: 'units', label: '建议承办单位' },
      cell: ({ units, returned }: ToRouteRow) => (
        <>
          {units.join('、') || '未建议'}
          {returned && <div class="text-secondary">已退办或收回：{returned}</div>}
        </>
      ),
    },
    {
      ...{ key: 'due', label: '期限' },
      cell: ({ dueOn }: ToRouteRow) => dueOn && <Due dueOn={dueOn} today={today} />,
    },
    {
      ...{ key: 'deed', label: '办理' },
      cell: ({ proposalId, subject }: ToRouteRow) => (
        <a class="btn btn-sm btn-primary" href={`${DESK}/${proposalId}`}>
          分办<span class="visually-hidden">：{subject}</span>
        </a>
      ),
    },
  ];
  return (
    <section class="mb-4" aria-labelledby="to-route">
      <h2 id="to-route">待分办</h2>
      <Table
        caption="待分办的提案，最急的在前"
        columns={columns}
        rows={toRoute}
        rowHeader="case"
        empty={<p class="empty-title">没有待分办的提案</p>}
      />
    </section>
  );
}

function Audits({ audits, today }: BoardProps) {
  const columns = [
    { key: 'case', label: '提案', cell: caseOf },
    { key: 'unit', label: '承办单位', cell: ({ unit }: AuditRow) => unit },
    { key: 'class', label: '分类', cell: (row: AuditRow) => (row.class ? `${row.class}类` : '') },
    {
      ...{ key: 'due', label: '期限' },
      cell: ({ dueOn }: AuditRow) => dueOn && <Due dueOn={dueOn} today={today} />,
    },
    {
      ...{ key: 'deed', label: '办理' },
      cell: ({ assignmentId, subject }: AuditRow) => (
        <a class="btn btn-sm btn-primary" href={`${DESK}/audits/${assignmentId}`}>
          审核<span class="visually-hidden">：{subject}</span>
        </a>
      ),
    },
  ];
  return (
    <section class="mb-4" aria-labelledby="audits">
      <h2 id="audits">待审核的答复</h2>
      <Table
        caption="待审核的答复，最急的在前"
        columns={columns}
        rows={audits}
        rowHeader="case"
        empty={<p class="empty-title">没有待审核的答复</p>}
      />
    </section>
  );
}

const LOAD = [
  {
    ...{ key: 'unit', label: '承办单位' },
    cell: ({ unit, unitId }: LoadRow) => <a href={`/proposals?unitId=${unitId}`}>{unit}</a>,
  },
  { key: 'open', label: '在办', numeric: true, cell: ({ open }: LoadRow) => open },
  { key: 'leads', label: '其中主办', numeric: true, cell: ({ leads }: LoadRow) => leads },
  {
    ...{ key: 'overdue', label: '其中有超期', numeric: true },
    cell: ({ overdue, unit, unitId }: LoadRow) =>
      overdue === 0 ? (
        0
      ) : (
        <a href={`/proposals?owedByUnitId=${unitId}&overdue=true`}>
          {overdue}
          <span class="visually-hidden"> 件：{unit}</span>
        </a>
      ),
  },
];

const Load = ({ load }: Pick<BoardProps, 'load'>) => (
  <section class="mb-4" aria-labelledby="load">
    <h2 id="load">各单位在办</h2>
    <Table
      caption="各承办单位在办的提案，超期多的在前"
      columns={LOAD}
      rows={load}
      rowHeader="unit"
      empty={<p class="empty-title">没有在办的提案</p>}
    />
  </section>
);
