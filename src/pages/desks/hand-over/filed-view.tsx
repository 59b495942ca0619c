import { ErrorSummary } from '../../../platform/pages/error-summary';
import type { Option } from '../../../platform/pages/form-state';
import { Table } from '../../../platform/pages/table';
import type { FieldFault } from '../../../platform/web/errors';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import { caseLabel } from '../../deeds/case-label';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { ticks } from '../ticks';
import type { FiledRow } from './filed-cases.service';

export const DESK = '/desk/hand-over';

interface Props {
  readonly rows: readonly FiledRow[];
  readonly offices: readonly Option[];
  readonly today: string;
  readonly csrf: string;
  readonly mayHandOver: boolean;
  readonly faults: readonly FieldFault[];
  readonly chosen: readonly string[];
}

/** Each row has its office chosen already, by its suggested units; ticking says which go now. */
export function FiledView({ rows, offices, today, csrf, mayHandOver, faults, chosen }: Props) {
  const isBatch = mayHandOver && rows.length > 0;
  const table = (
    <Table
      caption="已立案、待交办的提案，按案号"
      columns={[
        ...(isBatch ? [ticks<FiledRow>(caseLabel, chosen)] : []),
        ...columnsOf(today, mayHandOver),
        ...(isBatch ? [officeColumn(offices)] : []),
      ]}
      rows={rows}
      rowHeader="case"
      empty={<Nothing />}
    />
  );
  if (!isBatch) return table;
  return (
    <>
      <ErrorSummary faults={faults} />
      <form method="post" action={`${DESK}/many`}>
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        <HandOverBar offices={offices} />
        {table}
      </form>
    </>
  );
}

const HandOverBar = ({ offices }: { offices: readonly Option[] }) => (
  <div class="batch" role="group" aria-label="批量交办">
    <span data-selected />
    <label class="form-label" for="officeForAll">
      交办单位
    </label>
    <select class="form-select" id="officeForAll" name="officeForAll">
      <option value="">按各行所选</option>
      {offices.map(({ value, label }) => (
        <option value={value}>都交{label}</option>
      ))}
    </select>
    <button class="btn btn-primary" type="submit">
      交办所选
    </button>
  </div>
);

// Only the committee has the desk of mergings.
const columnsOf = (today: string, mayMerge: boolean) => [
  {
    key: 'case',
    label: '提案',
    cell: (row: FiledRow) => <CaseLink {...row} href={`/proposals/${row.id}`} />,
  },
  { key: 'sponsor', label: '提案者', cell: ({ sponsor }: FiledRow) => sponsor },
  {
    ...{ key: 'units', label: '建议承办单位' },
    cell: ({ units, isAskedAbout }: FiledRow) => (
      <>
        {units.map(({ unit }) => unit).join('、') || '未建议'}
        {isAskedAbout && (
          <div>
            {mayMerge ? (
              <a class="badge bg-yellow-lt" href="/desk/merging">
                正在征询并案
              </a>
            ) : (
              <span class="badge bg-yellow-lt">正在征询并案</span>
            )}
          </div>
        )}
      </>
    ),
  },
  {
    ...{ key: 'due', label: '期限' },
    cell: ({ dueOn }: FiledRow) => dueOn && <Due dueOn={dueOn} today={today} />,
  },
];

const officeColumn = (offices: readonly Option[]) => ({
  ...{ key: 'office', label: '交办单位' },
  cell: (row: FiledRow) => (
    <select class="form-select" name={`office-${row.id}`} aria-label={`${caseLabel(row)}的交办单位`}>
      <option value="">请选择</option>
      {offices.map(({ value, label }) => (
        <option value={value} selected={value === row.units[0]?.officeId}>
          {label}
        </option>
      ))}
    </select>
  ),
});

const Nothing = () => (
  <>
    <p class="empty-title">没有等待交办的提案</p>
    <p>
      立案后的提案出现在这里。可以去<a href="/desk/examination">审查提案</a>。
    </p>
  </>
);
