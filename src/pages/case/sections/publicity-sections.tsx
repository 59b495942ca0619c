import { publicationStages, evaluationStages } from '../../../lifecycle/words/stages';
import { consentAnswers, consentParties } from '../../../lifecycle/words/publishing';
import { publicities, ratings } from '../../../lifecycle/words/terms';
import { dayWords } from '../../../platform/pages/day-words';
import type { Dossier } from '../../deeds/deed-subject';
import { Paragraphs } from '../../desks/case-text';
import { sponsorNameOf } from '../bodies';
import type { Beside, Meeting } from '../case-beside.service';

/** What the Standing Committee said, once it was announced. */
export function evaluationSection({ grade, isKey }: Dossier, { meetings, seesMeetings }: Beside) {
  if (meetings.length === 0 && !grade)
    return isKey ? <p>重点提案办理答复后，由常委会会议民主评议。</p> : null;
  return (
    <>
      {grade && <p>评议结果：{ratings[grade as keyof typeof ratings] ?? grade}</p>}
      <ul>
        {meetings.map((meeting) => (
          <li>
            {seesMeetings ? (
              <a class="text-decoration-underline" href={`/evaluations/${meeting.id}`}>
                {meeting.title}
              </a>
            ) : (
              meeting.title
            )}
            ，{dayWords(meeting.heldOn)}，{evaluationStages[meeting.stage]}
            {seesMeetings && meeting.stage === 'announced' && <Counts meeting={meeting} />}
          </li>
        ))}
      </ul>
    </>
  );
}

const Counts = ({
  meeting: { satisfied, basicallySatisfied, dissatisfied, abstained },
}: {
  meeting: Meeting;
}) => (
  <>
    ：满意 {satisfied ?? 0} 票，基本满意 {basicallySatisfied ?? 0} 票，不满意 {dissatisfied ?? 0} 票，弃权{' '}
    {abstained ?? 0} 票
  </>
);

/** Who agreed to publish, what is prepared, and the notice that came out. */
export function publicationSection(dossier: Dossier, beside: Beside) {
  const { publicity, id, stage } = dossier;
  const summary = 'summary' in publicity ? publicity.summary : null;
  const desk = beside.worksOnPublication && ['replied', 'concluded', 'archived'].includes(stage);
  if (publicity.consents.length === 0 && !summary && beside.notices.length === 0 && !desk) return null;
  return (
    <>
      {beside.notices.map((notice) => (
        <p>
          {notice.stage === 'issued' ? (
            <a href={`/notices/${notice.id}`}>{notice.title}</a>
          ) : (
            <a href={`/desk/notices/${notice.id}`}>{notice.title}</a>
          )}
          （{dayWords(notice.datedOn)}，{publicationStages[notice.stage]}）
        </p>
      ))}
      <Consents dossier={dossier} beside={beside} />
      {summary && (
        <details>
          <summary>办理落实情况摘要{extentOf(publicity)}</summary>
          <div class="prose">
            <Paragraphs text={summary} />
          </div>
        </details>
      )}
      {desk && (
        <p class="no-print">
          <a class="btn btn-sm" href={`/desk/publication/${id}`}>
            编写摘要、检查个人信息
          </a>
        </p>
      )}
    </>
  );
}

const extentOf = (publicity: Dossier['publicity']): string =>
  'extent' in publicity && publicity.extent
    ? `（${publicities[publicity.extent as keyof typeof publicities]}）`
    : '';

function Consents({ dossier, beside }: { dossier: Dossier; beside: Beside }) {
  const { consents } = dossier.publicity;
  if (consents.length === 0) return null;
  const nameOf = (party: string | null, partyId: number | null) =>
    party === 'sponsor'
      ? sponsorNameOf(dossier, beside.family?.sponsors ?? [], partyId)
      : (consentParties[party as keyof typeof consentParties] ?? '');
  return (
    <ul>
      {consents.map(({ party, partyId, answer, note, onBehalf }) => (
        <li>
          {nameOf(party, partyId)}：{consentAnswers[answer as keyof typeof consentAnswers] ?? answer}
          {note && `（${note}）`}
          {onBehalf && '（工作人员代录）'}
        </li>
      ))}
    </ul>
  );
}
