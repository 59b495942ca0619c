import type { AgendaChoice } from '../../evaluation/agenda-choices.service';
import { objectWords } from '../../evaluation/meeting-words';
import { Table } from '../../platform/pages/table';
import { CSRF_FIELD } from '../../platform/web/form-token';
import type { MeetingSheet } from './meeting-sheet';

interface Props {
  readonly sheet: MeetingSheet;
  readonly choices: readonly AgendaChoice[];
  /** The places as they are typed, by the id of the choice. */
  readonly places: Readonly<Record<number, string>>;
  readonly csrf: string;
}

/** What can be voted on, each with its place in the order of the agenda; without a place it is not on it. */
export function AgendaForm({ sheet, choices, places, csrf }: Props) {
  const columns = [
    {
      key: 'place',
      label: '次序',
      cell: ({ id, subject }: AgendaChoice) => (
        <input
          class="form-control"
          name={`place-${id}`}
          size={3}
          inputMode="numeric"
          maxLength={3}
          aria-label={`${subject}的次序`}
          value={places[id] ?? ''}
        />
      ),
    },
    {
      key: 'subject',
      label: '评议对象',
      cell: ({ subject }: AgendaChoice) => objectWords(sheet.objects, subject),
    },
    { key: 'no', label: '案号', cell: ({ caseNo }: AgendaChoice) => (caseNo ? `第${caseNo}号` : '') },
  ].filter(({ key }) => key !== 'no' || sheet.objects === 'proposals');
  return (
    <form method="post" action={`/evaluations/${sheet.id}/agenda`} data-guard>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="version" value={sheet.version} />
      <Table
        caption="可以评议的对象"
        columns={columns}
        rows={choices}
        rowHeader="subject"
        empty={<Nothing sheet={sheet} />}
      />
      {choices.length > 0 && (
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            保存议程
          </button>
          <button class="btn" type="submit" name="all" value="true">
            按案号全部列入
          </button>
          <a class="btn" href={`/evaluations/${sheet.id}`}>
            返回
          </a>
        </div>
      )}
    </form>
  );
}

const Nothing = ({ sheet }: { sheet: MeetingSheet }) => (
  <>
    <p class="empty-title">没有可以评议的对象</p>
    <p>
      {sheet.objects === 'units'
        ? '本次会议中还没有单位主办的重点提案已经办结。'
        : '没有已办结而未评议的重点提案。重点提案办结以后会出现在这里。'}
    </p>
    <p>
      <a class="btn" href="/proposals?key=true">
        查看重点提案
      </a>
    </p>
  </>
);
