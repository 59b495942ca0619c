import type { ComponentChildren } from 'preact';
import { FINAL_PROPOSAL_STAGES } from '../../../lifecycle/finals';
import { withQuery } from '../../../platform/pages/local-path';
import { Table } from '../../../platform/pages/table';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import type { OwnProposal } from './own-proposals.service';

export const DESK = '/desk/writing';

interface Props {
  readonly rows: readonly OwnProposal[];
  readonly today: string;
}

interface Part {
  readonly name: string;
  readonly word: string;
  readonly holds: (row: OwnProposal) => boolean;
  readonly deeds: readonly (readonly [verb: string, label: string])[];
}

const asks =
  (clock: string) =>
  (row: OwnProposal): boolean =>
    row.clock === clock;

/** What is the sponsor's to do first, then what others have in hand. */
const PARTS: readonly Part[] = [
  {
    ...{ name: 'invitations', word: '邀请我联名', holds: ({ signature }) => signature === 'invited' },
    deeds: [
      ['cosign', '看原文并联名'],
      ['declineCosign', '谢绝'],
    ],
  },
  {
    name: 'mergings',
    word: '征询我是否并案',
    holds: asks('mergeConsent'),
    deeds: [['answerMerge', '看两件原文并答复']],
  },
  { name: 'ratings', word: '等我反馈', holds: asks('feedback'), deeds: [['rate', '看答复并反馈']] },
  { name: 'again', word: '等我二次测评', holds: asks('secondFeedback'), deeds: [['rateAgain', '测评']] },
  {
    ...{
      name: 'returned',
      word: '退回我修改',
      holds: ({ stage, leads }) => stage === 'returned' && Boolean(leads),
    },
    deeds: [
      ['text', '修改'],
      ['submit', '重新提交'],
    ],
  },
  {
    ...{ name: 'drafts', word: '我的草稿', holds: ({ stage, leads }) => stage === 'draft' && Boolean(leads) },
    deeds: [
      ['text', '继续写'],
      ['inviteCosigners', '邀请联名'],
      ['submit', '提交'],
    ],
  },
  {
    name: 'under-way',
    word: '审查和办理中',
    holds: ({ stage }) => !FINAL_PROPOSAL_STAGES.includes(stage as never),
    deeds: [],
  },
  { name: 'over', word: '已结束', holds: () => true, deeds: [] },
];

/** A sponsor's proposals, by what they wait for. */
export function WritingView({ rows, today }: Props) {
  if (rows.length === 0) return <Nothing />;
  const parts = PARTS.map((part) => ({
    part,
    own: rows.filter((row) => PARTS.find(({ holds }) => holds(row)) === part),
  }));
  return (
    <>
      {parts
        .filter(({ own }) => own.length > 0)
        .map(({ part, own }) => (
          <section class="mb-4" aria-labelledby={part.name}>
            <h2 id={part.name}>
              {part.word}（{own.length}）
            </h2>
            <Table
              caption={part.word}
              columns={columnsOf(part, today)}
              rows={own}
              rowHeader="case"
              empty={null}
            />
          </section>
        ))}
    </>
  );
}

function columnsOf(part: Part, today: string) {
  const deeds = {
    ...{ key: 'deed', label: '办理' },
    cell: (row: OwnProposal): ComponentChildren => (
      <div class="btn-list">
        {part.deeds.map(([verb, label], at) => (
          <a
            class={at === 0 ? 'btn btn-sm btn-primary' : 'btn btn-sm'}
            href={withQuery(deedPath('proposals', row.id, verb), 'back', DESK)}
          >
            {label}
            <span class="visually-hidden">：{row.subject}</span>
          </a>
        ))}
      </div>
    ),
  };
  return [
    {
      key: 'case',
      label: '提案',
      cell: (row: OwnProposal) => <CaseLink {...row} href={`/proposals/${row.id}`} />,
    },
    { key: 'initiator', label: '第一提案者', cell: ({ initiator }: OwnProposal) => initiator },
    { key: 'stage', label: '进展', cell: stageOf },
    { key: 'due', label: '期限', cell: (row: OwnProposal) => dueOf(row, today) },
    ...(part.deeds.length > 0 ? [deeds] : []),
  ];
}

const stageOf = ({ line, stage, outcome }: OwnProposal) => (
  <>
    {line?.stageWord}
    {line && line.leadUnits.length > 0 && `，${line.leadUnits.join('、')}主办`}
    {stage === 'returned' && outcome && <div class="text-secondary">{outcome}</div>}
  </>
);

/** My own day where I owe something, else the day of whoever holds it. */
function dueOf({ dueOn, line }: OwnProposal, today: string) {
  const day = dueOn ?? line?.dueOn;
  return day && <Due dueOn={day} today={today} />;
}

const Nothing = () => (
  <div class="empty">
    <p class="empty-title">还没有提案</p>
    <p>一事一案，写明情况、分析和建议。</p>
    <p>
      <a class="btn btn-primary" href={`/do/proposals?back=${DESK}`}>
        撰写提案
      </a>
    </p>
  </div>
);
