import type { ComponentChildren } from 'preact';
import { dayTimeWords } from '../../platform/pages/day-words';
import { ErrorSummary } from '../../platform/pages/error-summary';
import { FormFields, valueAt } from '../../platform/pages/form-fields';
import type { FormState } from '../../platform/pages/form-state';
import { specsOf } from '../../platform/web/field-specs';
import type { Reason } from '../../platform/web/errors';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { withQuery } from '../../platform/pages/local-path';
import type { Deed } from './deed-catalogue';
import type { DeedHelp } from './deed-help';
import type { Dossier } from './deed-subject';

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
      noValidate
    >
      <ErrorSummary faults={state.faults} />
      {!deed.takesFile && (
        <>
          <input type="hidden" name={CSRF_FIELD} value={csrf} />
          <input type="hidden" name="_back" value={back} />
          {seen !== undefined && <input type="hidden" name="_seen" value={seen} />}
        </>
      )}
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

export interface ChangesProps {
  readonly dto?: new () => object;
  /** What stands there now, and what this person has typed. */
  readonly present: Readonly<Record<string, unknown>>;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly entries: Dossier['history'];
}

/** Somebody was faster: what they did, what now stands where the two differ, and that nothing typed is lost. */
export function Changes({ dto, present, typed, entries }: ChangesProps) {
  const different = dto
    ? specsOf(dto).filter(({ name }) => differs(valueAt(present, name), typed[name]))
    : [];
  return (
    <div class="alert alert-warning" role="alert">
      <h2 class="alert-title">此件在您查看期间已被修改，尚未提交</h2>
      <p>您填写的内容都还在下面。请对照以下变化，确认或改正后再次提交。</p>
      <ul>
        {entries.map(({ at, actor, actionWord, words }) => (
          <li>
            {dayTimeWords(at)} {actor}：{actionWord}
            {words && `（${words}）`}
          </li>
        ))}
      </ul>
      {different.map(({ name, label }) => (
        <section>
          <h3>「{label}」现在的内容</h3>
          <Present value={valueAt(present, name)} />
        </section>
      ))}
    </div>
  );
}

const Present = ({ value }: { value: unknown }): ComponentChildren => (
  <blockquote class="present-text">
    {Array.isArray(value) ? JSON.stringify(value) : String(value ?? '（空）')}
  </blockquote>
);

const plain = (value: unknown): string =>
  JSON.stringify(
    value === undefined || value === '' ? null : Array.isArray(value) ? value.map(String) : String(value),
  );
const differs = (present: unknown, typed: unknown): boolean =>
  typed !== undefined && present !== undefined && plain(present) !== plain(typed);
