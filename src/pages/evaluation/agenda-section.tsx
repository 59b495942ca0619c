import { CHOICES } from '../../evaluation/ballot-paper';
import { gradeWords, objectWords, OPTIONS, optionWords } from '../../evaluation/meeting-words';
import { Table } from '../../platform/pages/table';
import type { MeetingItem, MeetingSheet } from './meeting-sheet';

type Counted = NonNullable<MeetingItem['counts']>;

/** Whether the result is known. */
export const isCounted = ({ items }: MeetingSheet): boolean =>
  items.some(({ collected }) => collected !== null);

interface Props {
  readonly sheet: MeetingSheet;
  /** Cases the reader may open: a teller hears what is called, and has no part in the cases. */
  readonly readable: ReadonlySet<number>;
}

/** What is voted on, in the order in which it is called; with the counts once the box has been closed. */
export function AgendaSection({ sheet, readable }: Props) {
  const counted = isCounted(sheet);
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{counted ? '评议结果' : '议程'}</h2>
      <Table
        caption={counted ? '各项的得票和等次' : '评议对象，按先后次序'}
        columns={[
          { key: 'place', label: '序号', cell: ({ place }: MeetingItem) => place },
          {
            key: 'subject',
            label: '评议对象',
            cell: (item: MeetingItem) => <Subject {...{ item, sheet, readable }} />,
          },
          ...(counted
            ? RESULTS
            : [{ key: 'units', label: sheet.objects === 'units' ? '主办' : '主办单位', cell: leadsOf }]),
        ]}
        rows={sheet.items}
        rowHeader="subject"
        empty={<p>还没有列入评议对象。提案委在“调整议程”中选取。</p>}
      />
    </section>
  );
}

function Subject({ item, sheet, readable }: Props & { readonly item: MeetingItem }) {
  const words = objectWords(sheet.objects, item.subject);
  const { proposalId } = item;
  return proposalId !== null && readable.has(proposalId) ? (
    <a href={`/proposals/${proposalId}`}>{words}</a>
  ) : (
    words
  );
}

const leadsOf = (item: MeetingItem) =>
  'leadUnits' in item
    ? item.leadUnits.map(({ unit }) => unit).join('、')
    : `重点提案 ${item.cases.length} 件`;

const RESULTS = [
  ...OPTIONS.map((option) => ({
    key: option,
    label: optionWords[option],
    numeric: true,
    cell: ({ counts, dimensions }: MeetingItem) => votesFor(option, counts, dimensions),
  })),
  { key: 'spoiled', label: '废票', numeric: true, cell: ({ spoiled }: MeetingItem) => spoiled ?? 0 },
  {
    key: 'grade',
    label: '等次',
    cell: ({ grade, passed, tied }: MeetingItem) => (
      <>
        <span class={`badge ${passed === false ? 'bg-red-lt' : 'bg-green-lt'}`}>{gradeWords(grade)}</span>
        {tied.length > 0 && <span class="text-secondary">（有同票）</span>}
      </>
    ),
  },
];

/** Of several dimensions each its own, one under the other. */
function votesFor(
  option: (typeof CHOICES)[number],
  counts: Counted | null,
  dimensions: MeetingItem['dimensions'],
) {
  if (counts) return counts[option];
  return dimensions?.map(({ label, counts: own }) => (
    <div>
      <span class="text-secondary">{label}</span> {own[option]}
    </div>
  ));
}
