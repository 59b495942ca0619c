import { DeedButton } from '../desks/deed-button';
import type { Dossier } from '../deeds/deed-subject';
import { Moment } from '../../platform/pages/day-words';
import { inBookMarks } from '../../proposals/book-marks';
import { HitsForm } from './hits-form';
import { canDo, type PublicationSheet } from './publication-sheet';
import { Text } from './summary-section';

interface Props {
  readonly dossier: Dossier;
  readonly sheet: PublicationSheet;
  readonly csrf: string;
}

/** What looks like personal data, decided place by place, beside the text as readers will get it. */
export function PersonalDataSection({ dossier, sheet, csrf }: Props) {
  const { hits, undecided, checkedAt, asPublished } = sheet;
  const back = `/desk/publication/${dossier.id}`;
  const common = { proposalId: dossier.id, version: dossier.version, csrf, back };
  return (
    <section aria-labelledby="personal-data">
      <h2 id="personal-data">个人信息</h2>
      {hits.length === 0 && <p>没有发现疑似个人信息。程序只能提示，请再通读一遍。</p>}
      {undecided.length > 0 && (
        <p class="alert alert-warning">有 {undecided.length} 处还没有决定保留、遮盖或删去。</p>
      )}
      <div class="side-by-side">
        {hits.length > 0 && canDo(dossier, 'decidePersonalData') && (
          <div class="card">
            <div class="card-body">
              <HitsForm {...common} hits={hits} />
            </div>
          </div>
        )}
        <div class="card">
          <div class="card-body">
            <h3>公众将看到的文字</h3>
            <p>
              <strong>{inBookMarks(asPublished.subject)}</strong>
            </p>
            <Text text={asPublished.text} />
          </div>
        </div>
      </div>
      {checkedAt ? (
        <p>
          已通读检查（
          <Moment at={checkedAt} />
          ）。
        </p>
      ) : (
        canDo(dossier, 'checkPersonalData') && (
          <div class="mb-3">
            <DeedButton
              action={`/do/proposals/${dossier.id}/check-personal-data`}
              label="已通读，没有不该公开的个人信息"
              about={dossier.subject}
              size="normal"
              primary={undecided.length === 0}
              {...{ csrf, back, version: dossier.version }}
            />
          </div>
        )
      )}
    </section>
  );
}
