import { OUTCOMES } from '../../../lifecycle/facts';
import { outcomes } from '../../../lifecycle/words/terms';
import { Day } from '../../../platform/pages/day-words';
import { dayOf } from '../../../platform/clock/calendar';
import { ErrorSummary } from '../../../platform/pages/error-summary';
import { listHref, Pager, Table } from '../../../platform/pages/table';
import type { FieldFault } from '../../../platform/web/errors';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import { caseLabel } from '../../deeds/case-label';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { ticks } from '../ticks';
import { QUEUE_SIZE, type QueueQuery, type QueueRow } from './examination-queue.service';

export const DESK = '/desk/examination';

export interface QueueProps {
  readonly query: QueueQuery;
  readonly rows: readonly QueueRow[];
  readonly total: number;
  readonly today: string;
  readonly csrf: string;
  /** What this person may do with many at once. */
  readonly may: { readonly recommend: boolean; readonly confirm: boolean };
  readonly categories: readonly string[];
  readonly faults: readonly FieldFault[];
  readonly chosen: readonly string[];
}

/** The queue, with what can be done to all that are ticked. */
export function QueueView(props: QueueProps) {
  const { query, rows, total, csrf, faults, may } = props;
  const isBatch = rows.length > 0 && (query.waiting === 'examine' ? may.recommend : may.confirm);
  const table = (
    <Table
      caption={query.waiting === 'examine' ? '待初审的提案，最急的在前' : '待主任复核的提案，最急的在前'}
      columns={columnsOf(props, isBatch)}
      rows={rows}
      rowHeader="case"
      empty={<Nothing waiting={query.waiting} />}
    />
  );
  return (
    <>
      <ErrorSummary faults={faults} />
      <Categories {...props} />
      {isBatch ? (
        <form method="post" action={`${DESK}/many/${query.waiting === 'examine' ? 'recommend' : 'file'}`}>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="waiting" value={query.waiting} />
          {query.waiting === 'examine' ? <BatchRecommend /> : <BatchFile />}
          {table}
        </form>
      ) : (
        table
      )}
      {total > QUEUE_SIZE && (
        <Pager
          {...{ page: query.page, size: QUEUE_SIZE, total }}
          href={(page) => listHref(DESK, { ...query }, { page })}
        />
      )}
    </>
  );
}

const Categories = ({ query, categories }: QueueProps) => (
  <form class="filters" method="get" action={DESK} data-auto>
    <input type="hidden" name="waiting" value={query.waiting} />
    <div>
      <label class="form-label" for="category">
        类别
      </label>
      <select class="form-select" id="category" name="category">
        <option value="">全部</option>
        {categories.map((each) => (
          <option value={each} selected={each === query.category}>
            {each}
          </option>
        ))}
      </select>
    </div>
    <div class="btn-list">
      <button class="btn" type="submit">
        筛选
      </button>
    </div>
  </form>
);

/** What is asked for beyond this, such as a reason not to file, belongs to one case and its own page. */
const BatchRecommend = () => (
  <div class="batch" role="group" aria-label="批量初审">
    <span data-selected />
    <label class="form-label" for="outcome">
      初审意见
    </label>
    <select class="form-select" id="outcome" name="outcome">
      {OUTCOMES.filter((each) => each !== 'notFile').map((each) => (
        <option value={each}>{outcomes[each]}</option>
      ))}
    </select>
    <label class="form-label" for="reason">
      理由（退回修改时必填）
    </label>
    <input class="form-control" id="reason" name="reason" maxLength={2000} autocomplete="off" />
    <button class="btn btn-primary" type="submit">
      对所选提出初审意见
    </button>
  </div>
);

const BatchFile = () => (
  <div class="batch" role="group" aria-label="批量立案">
    <span data-selected />
    <button class="btn btn-primary" type="submit">
      所选全部立案并编案号
    </button>
    <span class="text-secondary">只立初审意见为立案的；案号按列出的顺序编。</span>
  </div>
);

function columnsOf({ today, query, chosen }: QueueProps, isBatch: boolean) {
  const outcome = {
    ...{ key: 'outcome', label: '初审意见' },
    cell: ({ outcome, reason }: QueueRow) => (
      <>
        {outcome && outcomes[outcome]}
        {reason && <div class="text-secondary">{reason}</div>}
      </>
    ),
  };
  return [
    ...(isBatch ? [ticks<QueueRow>(caseLabel, chosen)] : []),
    { key: 'case', label: '提案', cell: (row: QueueRow) => <CaseLink {...row} href={`${DESK}/${row.id}`} /> },
    { key: 'sponsor', label: '提案者', cell: sponsorsOf },
    { key: 'category', label: '类别', cell: ({ category }: QueueRow) => category ?? '未分类' },
    {
      key: 'submitted',
      label: '提交',
      cell: ({ submittedAt }: QueueRow) => <Day day={dayOf(submittedAt)} />,
    },
    ...(query.waiting === 'confirm' ? [outcome] : []),
    {
      ...{ key: 'due', label: '期限' },
      cell: ({ dueOn }: QueueRow) => dueOn && <Due dueOn={dueOn} today={today} />,
    },
  ];
}

const sponsorsOf = ({ sponsor, signers }: QueueRow) =>
  signers > 1 ? `${sponsor} 等 ${signers} 位` : sponsor;

const Nothing = ({ waiting }: { waiting: QueueQuery['waiting'] }) => (
  <>
    <p class="empty-title">{waiting === 'examine' ? '没有等待初审的提案' : '没有等待复核的提案'}</p>
    <p>
      {waiting === 'examine' ? (
        <>
          提案者提交后出现在这里。可以去<a href="/desk/hand-over">交办已立案的提案</a>。
        </>
      ) : (
        <>
          提出初审意见后出现在这里。可以<a href={DESK}>看待初审的提案</a>。
        </>
      )}
    </p>
  </>
);
