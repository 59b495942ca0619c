import { isReplied } from '../../../lifecycle/facts';
import { mergeAnswers } from '../../../lifecycle/words/terms';
import { dayOf } from '../../../platform/clock/calendar';
import { Day } from '../../../platform/pages/day-words';
import { withQuery } from '../../../platform/pages/local-path';
import { Table } from '../../../platform/pages/table';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { CaseLink } from '../case-link';
import { DeedButton } from '../deed-button';
import type { ConsentRow, Mergings } from './mergings.service';
import { DESK } from './planning-view';

type Merging = Awaited<ReturnType<Mergings['list']>>[number];

interface Props {
  readonly mergings: readonly Merging[];
  readonly today: string;
  readonly csrf: string;
}

/** What is being asked about, with the clock of every answer, and what has been merged. */
export function MergingsView({ mergings, today, csrf }: Props) {
  const open = mergings.filter(({ state }) => state === 'proposed');
  const done = mergings.filter(({ state }) => state === 'done');
  return (
    <>
      <section class="mb-3" aria-labelledby="open-mergings">
        <h2 id="open-mergings">征询中</h2>
        <Table
          caption="征询中的并案"
          columns={[...ENDS, answers(today), deeds(csrf)]}
          rows={open}
          rowHeader="follower"
          empty={<p class="empty-title">没有正在征询的并案</p>}
        />
      </section>
      <section aria-labelledby="done-mergings">
        <h2 id="done-mergings">已并案</h2>
        <Table
          caption="已并案，最近的在前"
          columns={[...ENDS, DONE, UNDO]}
          rows={done}
          rowHeader="follower"
          empty={<p class="empty-title">还没有并案</p>}
        />
      </section>
    </>
  );
}

const ENDS = [
  {
    ...{ key: 'follower', label: '并入的提案' },
    cell: ({ followerId, followerNo, followerSubject }: Merging) => (
      <CaseLink
        href={`/proposals/${followerId}`}
        caseNo={followerNo}
        receiptNo={null}
        subject={followerSubject}
      />
    ),
  },
  {
    ...{ key: 'principal', label: '主案' },
    cell: ({ principalId, principalNo, principalSubject }: Merging) => (
      <CaseLink
        href={`/proposals/${principalId}`}
        caseNo={principalNo}
        receiptNo={null}
        subject={principalSubject}
      />
    ),
  },
];

const answers = (today: string) => ({
  ...{ key: 'answers', label: '第一提案者的答复' },
  cell: ({ consents }: Merging) => (
    <ul class="list-unstyled">
      {consents.map((each) => (
        <li>
          {each.name}：<Answer consent={each} today={today} />
        </li>
      ))}
    </ul>
  ),
});

function Answer({ consent: { answer, note, dueOn }, today }: { consent: ConsentRow; today: string }) {
  if (answer)
    return (
      <>
        {mergeAnswers[answer]}
        {note && `（${note}）`}
      </>
    );
  return dueOn ? (
    <>
      未答复 <Due dueOn={dueOn} today={today} />
    </>
  ) : (
    <>到期未答复</>
  );
}

/** Whether it may be done now is the rulebook's to say: the deed answers with every reason. */
const deeds = (csrf: string) => ({
  ...{ key: 'deeds', label: '办理' },
  cell: ({ followerId, followerSubject, followerVersion }: Merging) => (
    <div class="btn-list">
      <DeedButton
        {...{
          csrf,
          back: DESK,
          label: '并案',
          about: followerSubject,
          version: followerVersion,
          primary: true,
        }}
        action={deedPath('proposals', followerId, 'merge')}
      />
      <DeedLink id={followerId} verb="answerMerge" label="代录答复" about={followerSubject} />
      <DeedLink id={followerId} verb="dropMerge" label="放弃" about={followerSubject} />
    </div>
  ),
});

const DeedLink = ({ id, verb, label, about }: { id: number; verb: string; label: string; about: string }) => (
  <a class="btn btn-sm" href={withQuery(deedPath('proposals', id, verb), 'back', DESK)}>
    {label}
    <span class="visually-hidden">：{about}</span>
  </a>
);

const DONE = {
  ...{ key: 'done', label: '并案日期' },
  cell: ({ doneAt }: Merging) => doneAt && <Day day={dayOf(doneAt)} />,
};

const UNDO = {
  ...{ key: 'undo', label: '办理' },
  cell: ({ followerId, followerSubject, principalStage }: Merging) =>
    isReplied(principalStage) ? (
      '主案已答复'
    ) : (
      <DeedLink id={followerId} verb="unmerge" label="撤销并案" about={followerSubject} />
    ),
};
