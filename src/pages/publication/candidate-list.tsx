import { lackWords } from '../../lifecycle/words/terms';
import { listHref, Pager, Table } from '../../platform/pages/table';
import type { Page } from '../../platform/web/page.dto';
import { CaseLink } from '../desks/case-link';
import { type Candidate, CANDIDATE_STATES, type CandidateState } from './candidates.service';
import { caseDesk } from './notice-sheet';

const PATH = '/desk/notices/candidates';
export const candidateStates: Record<CandidateState, string> = {
  written: '已写摘要',
  unwritten: '未写摘要',
  inNotice: '已列入公示',
};
const NOTHING: Record<CandidateState, string> = {
  written: '没有已写摘要、未列入公示的提案。在“未写摘要”中选一件，写好办理落实情况摘要。',
  unwritten: '已答复的提案都写了摘要。',
  inNotice: '还没有提案列入公示。',
};

/** Replied cases with what each lacks; a case that lacks nothing can be put into a notice. */
export const CandidateList = ({ page, state }: { page: Page<Candidate>; state: CandidateState }) => (
  <>
    <nav class="btn-list mb-3" aria-label="筛选">
      {CANDIDATE_STATES.map((each) => (
        <a
          class={each === state ? 'btn btn-sm btn-primary' : 'btn btn-sm'}
          href={`${PATH}?state=${each}`}
          aria-current={each === state ? 'true' : undefined}
        >
          {candidateStates[each]}
        </a>
      ))}
    </nav>
    <Table
      caption={`${candidateStates[state]}的提案`}
      columns={COLUMNS}
      rows={page.items}
      rowHeader="case"
      empty={
        <>
          <p>{NOTHING[state]}</p>
          {state === 'written' && (
            <p>
              <a class="btn" href={`${PATH}?state=unwritten`}>
                去写摘要
              </a>
            </p>
          )}
        </>
      }
    />
    {page.total > page.size && <Pager {...page} href={(to) => listHref(PATH, { state }, { page: to })} />}
  </>
);

const COLUMNS = [
  {
    key: 'case',
    label: '提案',
    cell: ({ isKey, ...row }: Candidate) => (
      <CaseLink {...row} isKey={Boolean(isKey)} href={caseDesk(row.id)} />
    ),
  },
  {
    key: 'lacks',
    label: '还缺',
    cell: ({ lacks }: Candidate) =>
      lacks.length === 0 ? (
        <span class="badge bg-green-lt">已齐备</span>
      ) : (
        <ul>
          {lacks.map((lack) => (
            <li>{lackWords[lack]}</li>
          ))}
        </ul>
      ),
  },
  {
    key: 'notice',
    label: '公示',
    cell: ({ noticeId, subject }: Candidate) =>
      noticeId !== null && (
        <a href={`/desk/notices/${noticeId}`}>
          查看公示<span class="visually-hidden">：{subject}</span>
        </a>
      ),
  },
];
