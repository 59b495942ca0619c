import type { ProposalLine } from '../../proposals/lists/list.service';
import { numberOf } from '../deeds/case-label';
import { Due } from '../frame/due';
import { ticks } from '../desks/ticks';

// Every session counts from one: where several stand in a list, a number alone says nothing.
const numberColumn = (sessions: ReadonlyMap<number, string> | null) => ({
  ...{ key: 'number', label: '编号', sort: { up: 'caseNo', down: 'newest' } },
  cell: (row: ProposalLine) => (
    <span class="nowrap">
      {numberOf(row)}
      {sessions && <small class="d-block text-secondary">{sessions.get(row.sessionId)}</small>}
    </span>
  ),
});
const SUBJECT = {
  ...{ key: 'subject', label: '案由' },
  cell: ({ id, subject, isKey }: ProposalLine) => (
    <>
      <a href={`/proposals/${id}`}>{subject || '（未定案由）'}</a>
      {isKey && ' '}
      {isKey && <span class="badge bg-blue-lt">重点</span>}
    </>
  ),
};
const OTHERS = [
  { key: 'sponsor', label: '第一提案者', cell: ({ leadSponsor }: ProposalLine) => leadSponsor },
  {
    key: 'stage',
    label: '环节',
    cell: ({ stageWord }: ProposalLine) => <span class="nowrap">{stageWord}</span>,
  },
  {
    ...{ key: 'category', label: '类别' },
    cell: ({ category }: ProposalLine) => <span class="nowrap">{category}</span>,
  },
  { key: 'units', label: '主办单位', cell: ({ leadUnits }: ProposalLine) => leadUnits.join('、') },
];

interface Shown {
  readonly today: string;
  /** With boxes, for those who do something with many. */
  readonly ticked: boolean;
  /** Names of the sessions where the list has cases of several, else null. */
  readonly sessions: ReadonlyMap<number, string> | null;
}

/** What a line of the list shows. */
export const listColumns = ({ today, ticked, sessions }: Shown) => [
  ...(ticked ? [ticks<ProposalLine>(({ subject }) => subject || '未定案由的提案')] : []),
  numberColumn(sessions),
  SUBJECT,
  ...OTHERS,
  {
    ...{ key: 'due', label: '最近期限', sort: { up: 'due' } },
    cell: ({ dueOn }: ProposalLine) => dueOn && <Due dueOn={dueOn} today={today} />,
  },
];
