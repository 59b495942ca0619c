import { FormFields } from '../../platform/pages/form-fields';
import type { FormState } from '../../platform/pages/form-state';
import { Table } from '../../platform/pages/table';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { NoticeHead } from '../../publication/publication.dto';
import { type ArrangedRow, placeField, tagField } from './arranged-rows';
import { caseDesk, type NoticeSheet } from './notice-sheet';

interface Props {
  readonly notice: NoticeSheet;
  readonly rows: readonly ArrangedRow[];
  readonly state: FormState;
  readonly csrf: string;
}

/** Head of the notice, and its cases by their places; what has no place is not in it. */
export const ArrangeForm = ({ notice, rows, state, csrf }: Props) => (
  <form class="deed-form" method="post" action={`/desk/notices/${notice.id}/arrange`} data-guard noValidate>
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    <h2>条目</h2>
    <p>填写次序（1、2、3……）的提案按次序列入公示，留空的不列入。标注显示在案由后面，如“专题类”“合并”。</p>
    <Table
      caption="公示的条目和已齐备的提案"
      columns={COLUMNS}
      rows={rows}
      rowHeader="subject"
      empty={
        <p>
          没有已齐备的提案。请到<a href="/desk/notices/candidates">可公示的提案</a>补齐。
        </p>
      }
    />
    <h2>公示抬头</h2>
    <FormFields dto={NoticeHead} state={state} />
    <div class="btn-list">
      <button class="btn btn-primary" type="submit">
        保存
      </button>
      <a class="btn" href={`/desk/notices/${notice.id}`}>
        返回
      </a>
    </div>
  </form>
);

const COLUMNS = [
  {
    key: 'place',
    label: '次序',
    cell: ({ proposalId, subject, place }: ArrangedRow) => (
      <input
        class="form-control"
        name={placeField(proposalId)}
        size={3}
        maxLength={3}
        inputMode="numeric"
        value={place}
        aria-label={`${subject}的次序`}
      />
    ),
  },
  {
    key: 'subject',
    label: '案由',
    cell: ({ proposalId, subject }: ArrangedRow) => <a href={caseDesk(proposalId)}>{subject}</a>,
  },
  {
    key: 'tag',
    label: '标注',
    cell: ({ proposalId, subject, tag }: ArrangedRow) => (
      <input
        class="form-control"
        name={tagField(proposalId)}
        size={8}
        maxLength={20}
        value={tag}
        aria-label={`${subject}的标注`}
      />
    ),
  },
  {
    key: 'state',
    label: '公示条件',
    cell: ({ isReady }: ArrangedRow) =>
      isReady ? (
        <span class="badge bg-green-lt">已齐备</span>
      ) : (
        <span class="badge bg-yellow-lt">还有所缺</span>
      ),
  },
];
