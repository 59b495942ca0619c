import { hitDecisions } from '../../lifecycle/words/publishing';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { HIT_DECISIONS } from '../../proposals/entities/publication-hit.entity';
import type { FoundHit } from './publication-sheet';

interface Props {
  readonly proposalId: number;
  readonly version: number;
  readonly hits: readonly FoundHit[];
  /** Of a file; left out: of the text. */
  readonly attachmentId?: number;
  readonly csrf: string;
  readonly back: string;
}

/** Every place that looks like personal data, and what becomes of it: kept, masked or cut, all in one form. */
export const HitsForm = ({ proposalId, version, hits, attachmentId, csrf, back }: Props) => (
  <form method="post" action={`/do/proposals/${proposalId}/decide-personal-data`} data-guard>
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    <input type="hidden" name="_back" value={back} />
    <input type="hidden" name="version" value={version} />
    {attachmentId !== undefined && <input type="hidden" name="attachmentId" value={attachmentId} />}
    {hits.map((hit, at) => (
      <Hit hit={hit} at={at} />
    ))}
    <button class="btn btn-primary" type="submit">
      保存处理决定
    </button>
  </form>
);

const Hit = ({ hit, at }: { hit: FoundHit; at: number }) => (
  <fieldset class="form-row">
    <legend>
      {hit.word}：{hit.text}
      {hit.decision === null && <span class="badge bg-yellow-lt">未决定</span>}
    </legend>
    <input type="hidden" name={`decisions.${at}.text`} value={hit.text} />
    {HIT_DECISIONS.map((decision) => (
      <label class="form-check form-check-inline">
        <input
          class="form-check-input"
          type="radio"
          name={`decisions.${at}.decision`}
          value={decision}
          checked={hit.decision === decision}
        />
        <span class="form-check-label">
          {hitDecisions[decision]}
          {decision === 'masked' && <span class="text-secondary">（成为“{hit.masked}”）</span>}
        </span>
      </label>
    ))}
  </fieldset>
);
