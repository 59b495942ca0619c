import { ErrorSummary } from '../../platform/pages/error-summary';
import { FormFields } from '../../platform/pages/form-fields';
import type { FormState } from '../../platform/pages/form-state';
import type { Reason } from '../../platform/web/errors';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { withQuery } from '../../platform/pages/local-path';
import type { Deed } from './deed-catalogue';
import type { DeedHelp } from './deed-help';

export interface DeedFormProps {
  readonly deed: Deed;
  readonly action: string;
  readonly word: string;
  readonly csrf: string;
  readonly back: string;
  readonly state: FormState;
  readonly help: DeedHelp;
  /** The newest entry of the history that was shown: what came later is told when somebody was faster. */
  readonly seen?: number;
}

/** The form of a deed: what its DTO asks for, one button, and the way back. */
export function DeedForm({ deed, action, word, csrf, back, state, help, seen }: DeedFormProps) {
  const dto = deed.method === 'DELETE' ? deed.query : deed.body;
  const target = deed.takesFile ? withQuery(withQuery(action, CSRF_FIELD, csrf), 'back', back) : action;
  return (
    <form
      class="deed-form"
      method="post"
      action={target}
      encType={deed.takesFile ? 'multipart/form-data' : undefined}
      data-guard
      data-similar={help.similar}
      data-similar-target={help.similar && 'similar-hints'}
      noValidate
    >
      {/* Enter in a field presses the first button there is, which must not be the one for more rows. */}
      <button type="submit" hidden>
        {help.button ?? word}
      </button>
      <ErrorSummary faults={state.faults} />
      {!deed.takesFile && (
        <>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="_back" value={back} />
          {seen !== undefined && <input type="hidden" name="_seen" value={seen} />}
        </>
      )}
      {help.similar && <div id="similar-hints" aria-live="polite" />}
      {dto && <FormFields dto={dto} state={state} />}
      {deed.takesFile && <FileField fault={state.faults.find(({ field }) => field === 'file')?.message} />}
      <div class="btn-list">
        <button class={help.grave ? 'btn btn-danger' : 'btn btn-primary'} type="submit">
          {help.button ?? word}
        </button>
        <a class="btn" href={back}>
          返回
        </a>
      </div>
    </form>
  );
}

const FileField = ({ fault }: { fault?: string }) => (
  <div class="mb-3">
    <label class="form-label" for="f-file">
      文件
    </label>
    {fault && (
      <div class="invalid-feedback d-block" id="f-file-fault">
        {fault}
      </div>
    )}
    <input
      class={fault ? 'form-control is-invalid' : 'form-control'}
      id="f-file"
      type="file"
      name="file"
      aria-describedby={fault ? 'f-file-fault' : undefined}
    />
  </div>
);

/** Why it cannot be done now: every reason, and where to go on. */
export const Refusal = ({ reasons, back }: { reasons: readonly Reason[]; back: string }) => (
  <div class="reasons alert alert-warning" role="alert">
    <h2 class="alert-title">现在不能办理</h2>
    <ul>
      {reasons.map(({ message }) => (
        <li>{message}</li>
      ))}
    </ul>
    <p>
      <a class="btn" href={back}>
        返回
      </a>
    </p>
  </div>
);
