import type { Lack } from '../../lifecycle/facts';
import { lackWords } from '../../lifecycle/words/terms';
import { caseLabel } from '../deeds/case-label';
import type { Dossier } from '../deeds/deed-subject';

/** Where each is mended. */
const PLACES: Partial<Record<Lack, string>> = {
  summary: '#summary',
  withheld: '#summary',
  secrecyReview: '#secrecy',
  secret: '#secrecy',
  hitsUndecided: '#personal-data',
  personalDataCheck: '#personal-data',
  objected: '#consents',
  consent: '#consents',
};

/** What still stands between the case and its publication, each with the place where it is mended. */
export const CaseHead = ({ dossier, lacks }: { dossier: Dossier; lacks: readonly Lack[] }) => (
  <section class="case-head" aria-label="公开事项当前情况">
    <p>
      <a href={`/proposals/${dossier.id}`}>{labelOf(dossier)}</a>{' '}
      <span class="badge">{dossier.stageWord}</span>
    </p>
    {lacks.length === 0 ? (
      <p>
        <span class="badge bg-green-lt">已齐备</span> 可以列入公示：在<a href="/desk/notices">公示</a>
        中选一份编制中的公示，“编排内容”。
      </p>
    ) : (
      <>
        <p>
          <strong>公示之前还缺：</strong>
        </p>
        <ul>
          {lacks.map((lack) => (
            <li>{PLACES[lack] ? <a href={PLACES[lack]}>{lackWords[lack]}</a> : lackWords[lack]}</li>
          ))}
        </ul>
      </>
    )}
  </section>
);

export const labelOf = ({ caseNo, receiptNo, subject, jointSubject }: Dossier): string =>
  caseLabel({ caseNo, receiptNo, subject: jointSubject ?? subject });
