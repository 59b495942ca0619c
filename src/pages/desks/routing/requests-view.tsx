import { Table } from '../../../platform/pages/table';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { DeedButton } from '../deed-button';
import type { RequestRow } from './routing-board.service';

const BACK = '/desk/routing';
const DEEDS = {
  return: { word: '退办', grant: 'grantReturn', refuse: 'refuseReturn' },
  add: { word: '增办', grant: 'grantAdd', refuse: 'refuseAdd' },
  extension: { word: '延期', grant: 'grantExtension', refuse: 'refuseExtension' },
} as const;

interface Props {
  readonly requests: readonly RequestRow[];
  readonly today: string;
  readonly csrf: string;
}

/** Granted with one press; whoever is refused something reads why, so a refusal asks for the reason. */
export const Requests = ({ requests, today, csrf }: Props) => (
  <Table
    caption="各单位的申请，最急的在前"
    columns={[
      {
        ...{ key: 'case', label: '提案' },
        cell: (row: RequestRow) => (
          <CaseLink {...row} isKey={Boolean(row.isKey)} href={`/proposals/${row.proposalId}`} />
        ),
      },
      { key: 'asked', label: '申请', cell: askedOf },
      {
        ...{ key: 'due', label: '期限' },
        cell: ({ dueOn }: RequestRow) => dueOn && <Due dueOn={dueOn} today={today} />,
      },
      { key: 'deed', label: '决定', cell: (row: RequestRow) => <Decide row={row} csrf={csrf} /> },
    ]}
    rows={requests}
    rowHeader="case"
    empty={<p class="empty-title">没有待决定的申请</p>}
  />
);

const askedOf = ({ kind, unit, reason, suggestedUnit, until, replyDueOn, returns }: RequestRow) => (
  <>
    <strong>
      {unit}申请{DEEDS[kind].word}
    </strong>
    {until && `至 ${until}`}
    {until && replyDueOn && `（现期限 ${replyDueOn}）`}
    {suggestedUnit && `，${kind === 'return' ? '认为应由' : '增加'}${suggestedUnit}`}
    <div>{reason}</div>
    {kind === 'return' && returns > 0 && <div class="text-secondary">此前已退办 {returns} 次。</div>}
  </>
);

function Decide({ row, csrf }: { row: RequestRow; csrf: string }) {
  const { kind, assignmentId, version, subject, unit, until } = row;
  const { word, grant, refuse } = DEEDS[kind];
  const about = `${unit}，${subject}`;
  const id = `refuse-${row.id}`;
  return (
    <div class="btn-list">
      <DeedButton
        {...{ csrf, version, about, back: BACK, label: `同意${word}`, primary: true }}
        action={deedPath('assignments', assignmentId, grant)}
        fields={until ? { until } : {}}
      />
      <details class="deed">
        <summary class="btn btn-sm">
          不同意<span class="visually-hidden">{`${word}：${about}`}</span>
        </summary>
        <form method="post" action={deedPath('assignments', assignmentId, refuse)}>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="_back" value={BACK} />
          <input type="hidden" name="version" value={version} />
          <label class="form-label" for={id}>
            不同意的理由
          </label>
          <textarea class="form-control mb-2" id={id} name="note" rows={2} />
          <button class="btn btn-sm btn-primary" type="submit">
            不同意{word}
          </button>
        </form>
      </details>
    </div>
  );
}
