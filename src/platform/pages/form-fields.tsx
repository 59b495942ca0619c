import { type FieldSpec, specsOf } from '../web/field-specs';
import { Control, isGroup } from './form-controls';
import { aidOf, faultOf, type FormState, idOfField } from './form-state';

type Dto = new () => object;

/** Goes with the subject, not with what a person fills in. */
const UNSEEN = ['version'];

/** The fields of a DTO, filled in as far as they are, each with what is wrong with it. */
export function FormFields({ dto, state, path = '' }: { dto: Dto; state: FormState; path?: string }) {
  return (
    <>
      {specsOf(dto).map((spec) => (
        <Field key={spec.name} spec={spec} state={state} path={path + spec.name} />
      ))}
    </>
  );
}

/** The value at a path such as `units.0.unitId`. */
export function valueAt(values: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], values);
}

export function Field({ spec, state, path }: { spec: FieldSpec; state: FormState; path: string }) {
  const aid = aidOf(state.aids, path);
  const value = valueAt(state.values, path);
  if (aid.hidden || UNSEEN.includes(spec.name)) return <Hidden name={path} value={value} />;
  if (spec.kind === 'parts') return <Parts spec={spec} state={state} path={path} />;
  if (spec.kind === 'part') {
    return (
      <fieldset class="mb-3">
        <legend>{spec.label}</legend>
        <FormFields dto={spec.part!()} state={state} path={`${path}.`} />
      </fieldset>
    );
  }
  return <Asked spec={spec} state={state} path={path} />;
}

function Hidden({ name, value }: { name: string; value: unknown }) {
  if (value === undefined || value === null) return null;
  const values = Array.isArray(value) ? value : [value];
  return (
    <>
      {values.map((each) => (
        <input type="hidden" name={name} value={String(each)} />
      ))}
    </>
  );
}

/** The question, what helps with it, what is wrong, and where the answer goes. */
function Asked({ spec, state, path }: { spec: FieldSpec; state: FormState; path: string }) {
  const aid = aidOf(state.aids, path);
  const id = idOfField(path);
  const fault = faultOf(state.faults, path);
  const hint = aid.hint ?? limitOf(spec);
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  const group = isGroup(spec, aid);
  const Outer = group ? 'fieldset' : 'div';
  const label = aid.label ?? spec.label;
  return (
    <Outer class="mb-3" aria-describedby={group ? describedBy : undefined}>
      {group ? (
        <legend class="form-label">
          <Label label={label} optional={spec.optional} needed={aid.needed} />
        </legend>
      ) : (
        <label class="form-label" for={id}>
          <Label label={label} optional={spec.optional} needed={aid.needed} />
        </label>
      )}
      {hint && (
        <div class="form-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {fault && (
        <div class="invalid-feedback d-block" id={`${id}-fault`}>
          <span class="visually-hidden">错误：</span>
          {fault}
        </div>
      )}
      <Control
        {...{ spec, path, id, aid, value: valueAt(state.values, path), isFaulty: fault !== undefined }}
        describedBy={group ? undefined : describedBy}
      />
    </Outer>
  );
}

const Label = ({ label, optional, needed }: { label: string; optional: boolean; needed?: string }) => (
  <>
    {label}
    {optional && <span class="text-secondary">（{needed ?? '选填'}）</span>}
  </>
);

const limitOf = ({ kind, max, lines }: FieldSpec): string | undefined =>
  kind === 'text' && lines && max ? `最多 ${max} 个字。` : undefined;

const SPARE_PARTS = 2;

/** Rows of fields; some are empty for more, and those left empty are not sent on. */
function Parts({ spec, state, path }: { spec: FieldSpec; state: FormState; path: string }) {
  const aid = aidOf(state.aids, path);
  const filled = (valueAt(state.values, path) as unknown[] | undefined | null)?.length ?? 0;
  const rows = Math.min(Math.max(filled + 1, aid.rows ?? SPARE_PARTS, spec.min ?? 0), spec.max ?? filled + 1);
  const fault = faultOf(state.faults, path);
  const id = idOfField(path);
  return (
    <fieldset class="mb-3" id={id}>
      <legend class="form-label">
        <Label label={aid.label ?? spec.label} optional={spec.optional} needed={aid.needed} />
      </legend>
      <div class="form-hint">{aid.hint ?? '用不到的空行不用填。'}</div>
      {fault && <div class="invalid-feedback d-block">{fault}</div>}
      <input type="hidden" name={path} value="" />
      {Array.from({ length: rows }, (_, row) => (
        <fieldset class="form-row" key={row}>
          <legend>第 {row + 1} 项</legend>
          <FormFields dto={spec.part!()} state={state} path={`${path}.${row}.`} />
        </fieldset>
      ))}
      {rows < (spec.max ?? 0) && (
        <button class="btn btn-sm" type="submit" name="_more" value={path} formNoValidate>
          再加几行
        </button>
      )}
    </fieldset>
  );
}
