import { dayWords } from '../../../platform/pages/day-words';
import { shareOfTarget } from '../../../proposals/share-of-target';
import type { Dossier } from '../../deeds/deed-subject';
import { Paragraphs } from '../../desks/case-text';
import { unitNameOf } from '../bodies';
import type { Beside } from '../case-beside.service';
import { FileLinks } from './files-section';
import { modeWord } from './mode-word';

/** When units met the sponsors, or that these wanted no meeting. */
export function meetingsSection(dossier: Dossier, { marks }: Beside) {
  const met = dossier.happenings.filter(({ kind }) => kind === 'consultation');
  if (met.length === 0) return null;
  return (
    <ol class="timeline">
      {met.map((each) => (
        <li>
          <time dateTime={each.on}>{dayWords(each.on)}</time>
          {unitNameOf(dossier, each.assignmentId)}{' '}
          {marks.has(`declined-${each.id}`) ? '提案者表示不需要面商' : `面商（${modeWord(each.title)}）`}
          <div>参加人：{each.text}</div>
          {each.result && <div>{each.result}</div>}
        </li>
      ))}
    </ol>
  );
}

/** What units reported, each figure against its target. */
export function progressSection(dossier: Dossier) {
  const reports = dossier.happenings.filter(({ kind }) => kind === 'progress');
  if (reports.length === 0) return null;
  return (
    <ol class="timeline">
      {reports.map((report) => (
        <li>
          <time dateTime={report.on}>{dayWords(report.on)}</time>
          {unitNameOf(dossier, report.assignmentId)}
          <Paragraphs text={report.text} />
          <Figures dossier={dossier} reportId={report.id} />
          <FileLinks dossier={dossier} ownerKind="progress" ownerId={report.id} />
          <AddFile dossier={dossier} assignmentId={report.assignmentId} reportId={report.id} />
        </li>
      ))}
    </ol>
  );
}

function Figures({ dossier, reportId }: { dossier: Dossier; reportId: number }) {
  const figures = dossier.figures.filter((each) => each.reportId === reportId);
  if (figures.length === 0) return null;
  return (
    <dl class="facts">
      {figures.map(({ indicator, value, unit, period, target }) => {
        const share = shareOfTarget(value, target);
        return (
          <div>
            <dt>
              {indicator}（{period}）
            </dt>
            <dd>
              {value}
              {unit}
              {target !== null && `，目标 ${target}${unit}`}
              {share !== null && (
                <>
                  ，完成 {share}%
                  <meter
                    class="bar"
                    min={0}
                    max={100}
                    value={Math.min(Math.max(share, 0), 100)}
                    aria-label={`${indicator}完成目标的比例`}
                  >
                    {share}%
                  </meter>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Whoever may report may also add to the report. */
function AddFile({
  dossier,
  assignmentId,
  reportId,
}: {
  dossier: Dossier;
  assignmentId: number | null;
  reportId: number;
}) {
  const assignment = dossier.assignments.find(({ id }) => id === assignmentId);
  const may = assignment?.actions.some(
    ({ action, reasons }) => action === 'reportProgress' && reasons.length === 0,
  );
  return may ? (
    <p class="no-print">
      <a href={`/do/assignments/${assignmentId}/progress/${reportId}/attachments`}>
        上传附件<span class="visually-hidden">到这次进展</span>
      </a>
    </p>
  ) : null;
}
