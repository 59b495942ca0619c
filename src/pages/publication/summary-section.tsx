import { publishedDocuments } from '../../lifecycle/words/publishing';
import { publicities, publicityWishes } from '../../lifecycle/words/terms';
import { FormFields } from '../../platform/pages/form-fields';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { SummariseDto } from '../../publication/publication.dto';
import { linesOf } from '../../platform/documents/blocks';
import type { Dossier } from '../deeds/deed-subject';
import { canDo, type PublicationSheet } from './publication-sheet';

interface Props {
  readonly dossier: Dossier;
  readonly sheet: PublicationSheet;
  readonly csrf: string;
}

/** The public summary is written beside the replies it tells of; it is a document of its own. */
export const SummarySection = ({ dossier, sheet, csrf }: Props) => (
  <section aria-labelledby="summary">
    <h2 id="summary">公开什么</h2>
    <Wishes sheet={sheet} />
    <div class="side-by-side">
      <div class="card">
        <div class="card-body">
          <h3>办理落实情况摘要</h3>
          {canDo(dossier, 'summarise') ? (
            <SummaryForm dossier={dossier} sheet={sheet} csrf={csrf} />
          ) : (
            <Text text={sheet.summary ?? '（未写）'} />
          )}
        </div>
      </div>
      <Replies dossier={dossier} />
    </div>
  </section>
);

const SummaryForm = ({ dossier, sheet, csrf }: Props) => (
  <form method="post" action={`/do/proposals/${dossier.id}/summarise`} data-guard noValidate>
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    <input type="hidden" name="_back" value={`/desk/publication/${dossier.id}`} />
    <p class="text-secondary">
      摘要不是答复：写清办到了什么、进展数字和时间。改动以后要重新检查个人信息、重新定密审查。
    </p>
    <FormFields
      dto={SummariseDto}
      state={{
        values: {
          ...{ summary: sheet.summary, extent: sheet.extent, document: sheet.document },
          version: dossier.version,
        },
        faults: [],
        aids: { summary: { rows: 14 } },
      }}
    />
    <button class="btn btn-primary" type="submit">
      保存摘要
    </button>
  </form>
);

const Replies = ({ dossier }: { dossier: Dossier }) => (
  <div class="card">
    <div class="card-body">
      <h3>答复原文</h3>
      {dossier.assignments
        .filter(({ role, round, reply }) => role === 'lead' && round === dossier.round && reply?.issuedAt)
        .map(({ unitName, reply }) => (
          <>
            <h4>
              {unitName}（{reply?.docNo}）
            </h4>
            <Text text={reply?.body ?? ''} />
          </>
        ))}
    </div>
  </div>
);

export const Text = ({ text }: { text: string }) => (
  <div class="prose">
    {linesOf(text).map((line) => (
      <p>{line}</p>
    ))}
  </div>
);

/** What sponsor and units wished, and what was chosen. */
function Wishes({ sheet }: { sheet: PublicationSheet }) {
  const { sponsor, units } = sheet.wishes;
  return (
    <dl class="facts">
      <div>
        <dt>提案者的意愿</dt>
        <dd>
          {sponsor.wish ? publicityWishes[sponsor.wish] : '未表示'}
          {sponsor.reason && `（${sponsor.reason}）`}
        </dd>
      </div>
      {units.map(({ unit, wish, reason }) => (
        <div>
          <dt>{unit}的意见</dt>
          <dd>
            {wish ? publicities[wish] : '未表示'}
            {reason && `（${reason}）`}
          </dd>
        </div>
      ))}
      <div>
        <dt>现在定的</dt>
        <dd>
          {sheet.extent ? publicities[sheet.extent] : '未定'}
          {sheet.document && `，${publishedDocuments[sheet.document]}`}
        </dd>
      </div>
    </dl>
  );
}
