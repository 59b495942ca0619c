import { numberOf } from '../deeds/case-label';
import { Table } from '../../platform/pages/table';

/** What became of one of many, as the batch routes answer. */
export interface Each {
  readonly id: number;
  readonly ok: boolean;
  readonly caseNo?: number;
  readonly reasons?: readonly { readonly message: string }[];
}

interface Props {
  readonly results: readonly Each[];
  readonly names: ReadonlyMap<number, string>;
  /** Where one goes on. */
  readonly next: { readonly href: string; readonly label: string };
}

/** What became of each, those that failed first with why. */
export function BatchResults({ results, names, next }: Props) {
  const failed = results.filter(({ ok }) => !ok).length;
  const sorted = [...results].sort((one, other) => Number(one.ok) - Number(other.ok));
  return (
    <>
      <div class={failed > 0 ? 'alert alert-warning' : 'alert alert-success'} role="status">
        <p>
          办成 {results.length - failed} 件{failed > 0 && `，未办成 ${failed} 件（原因见下表）`}。
        </p>
      </div>
      <Table
        caption="每一件的结果"
        columns={columnsOf(names)}
        rows={sorted}
        rowHeader="case"
        empty={<p class="empty-title">没有选择任何提案</p>}
      />
      <p>
        <a class="btn btn-primary" href={next.href}>
          {next.label}
        </a>
      </p>
    </>
  );
}

const columnsOf = (names: Props['names']) => [
  {
    ...{ key: 'case', label: '提案' },
    cell: ({ id }: Each) => <a href={`/proposals/${id}`}>{names.get(id) ?? '查看'}</a>,
  },
  { key: 'result', label: '结果', cell: resultOf },
];

const resultOf = ({ ok, caseNo, reasons = [] }: Each) =>
  ok ? (
    <>已办成{caseNo !== undefined && `，案号为${numberOf({ caseNo, receiptNo: null })}`}</>
  ) : (
    <>未办成：{reasons.map(({ message }) => message).join('')}</>
  );
