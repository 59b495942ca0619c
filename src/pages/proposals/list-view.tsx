import type { Option } from '../../platform/pages/form-state';
import { listHref, Pager, Table } from '../../platform/pages/table';
import { CSRF_FIELD } from '../../platform/web/form-token';
import type { Page } from '../../platform/web/page.dto';
import type { ProposalsQuery } from '../../proposals/lists/list.dto';
import type { ProposalLine } from '../../proposals/lists/list.service';
import { BatchBar, type Batchable } from './batch-bar';
import { listColumns } from './list-columns';

interface Props {
  readonly list: Page<ProposalLine>;
  readonly query: Readonly<ProposalsQuery>;
  readonly may: Batchable | null;
  readonly offices: readonly Option[];
  readonly sessions: ReadonlyMap<number, string>;
  readonly csrf: string;
  readonly today: string;
  readonly mostExported: number;
}

const PATH = '/proposals';
const SIZES = [20, 50, 100];

/** The lines, how many there are, and what one can take along. */
export function ListView(props: Props) {
  const { list, query, may, offices, csrf, today } = props;
  const isMixed = new Set(list.items.map(({ sessionId }) => sessionId)).size > 1;
  const sessions = isMixed ? props.sessions : null;
  const table = (
    <Table
      caption="提案"
      columns={listColumns({ today, ticked: may !== null, sessions })}
      rows={list.items}
      rowHeader="subject"
      empty={<Nothing filtered={isFiltered(query)} />}
      sorting={{ current: query.sort ?? 'newest', href: (sort) => listHref(PATH, { ...query }, { sort }) }}
    />
  );
  return (
    <>
      <Above {...props} />
      {may ? (
        <form method="post" action="/desk/examination/many/recommend">
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          {table}
          <BatchBar may={may} offices={offices} />
        </form>
      ) : (
        table
      )}
      {list.total > list.size && <Pager {...list} href={(page) => listHref(PATH, { ...query }, { page })} />}
    </>
  );
}

function Above({ list: { total, size }, query, mostExported }: Props) {
  if (total === 0) return null;
  const file = (kind: string) => listHref(`${PATH}/export.${kind}`, { ...query, size: null }, { page: null });
  return (
    <div class="btn-list mb-2 no-print">
      <span>共 {total} 件</span>
      {total <= mostExported ? (
        <>
          <a href={file('xlsx')} download>
            导出 Excel
          </a>
          <a href={file('csv')} download>
            导出 CSV
          </a>
        </>
      ) : (
        <span class="text-secondary">超过 {mostExported} 件，请先缩小范围再导出。</span>
      )}
      <span class="text-secondary">每页</span>
      {SIZES.map((each) =>
        each === size ? (
          <span aria-current="true">{each} 件</span>
        ) : (
          <a href={listHref(PATH, { ...query }, { size: each })}>{each} 件</a>
        ),
      )}
    </div>
  );
}

const isFiltered = ({
  page: _page,
  size: _size,
  sort: _sort,
  ...filters
}: Readonly<ProposalsQuery>): boolean =>
  Object.values(filters).some((value) => value !== null && value !== undefined);

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <>
      <p class="empty-title">没有符合条件的提案</p>
      <p>
        请放宽条件，或者<a href={PATH}>查看全部提案</a>。
      </p>
    </>
  ) : (
    <>
      <p class="empty-title">还没有您可以看到的提案</p>
      <p>有了您参与的提案，会出现在这里。</p>
    </>
  );
