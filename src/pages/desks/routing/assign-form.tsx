import { MODES } from '../../../lifecycle/facts';
import { modes } from '../../../lifecycle/words/terms';
import { ErrorSummary } from '../../../platform/pages/error-summary';
import type { Option } from '../../../platform/pages/form-state';
import type { FieldFault } from '../../../platform/web/errors';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import type { Choice } from './choice';

interface Props {
  readonly action: string;
  readonly units: readonly Option[];
  /** Offered first. */
  readonly suggested: readonly number[];
  readonly choice: Choice;
  readonly version: number;
  readonly csrf: string;
  readonly faults: readonly FieldFault[];
}

const MEANING = {
  sole: '一个主办单位',
  joint: '一个主办，其余会办',
  separate: '各自主办、各自答复',
} as const;

/** How, by whom, and with whom: three questions instead of a table of rows. */
export const AssignForm = (props: Props) => (
  <form method="post" action={props.action} data-guard noValidate>
    <ErrorSummary faults={props.faults} />
    <input type="hidden" name={CSRF_FIELD} value={props.csrf} />
    <input type="hidden" name="version" value={props.version} />
    <Mode {...props} />
    <Lead {...props} />
    <Others {...props} />
    <div class="btn-list mb-3">
      <button class="btn btn-primary" type="submit">
        分办
      </button>
    </div>
  </form>
);

const Mode = ({ choice }: Props) => (
  <fieldset class="mb-3">
    <legend class="form-label">办理方式</legend>
    {MODES.map((mode, at) => (
      <label class="form-check">
        <input
          class="form-check-input"
          id={at === 0 ? 'f-mode' : undefined}
          type="radio"
          name="mode"
          value={mode}
          checked={choice.mode === mode}
        />
        <span class="form-check-label">
          {modes[mode]}
          <span class="text-secondary">：{MEANING[mode]}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

const Lead = ({ choice, units, suggested }: Props) => (
  <div class="mb-3">
    <label class="form-label" for="f-lead">
      主办单位
    </label>
    <select class="form-select" id="f-lead" name="lead">
      <option value="">请选择</option>
      {groupsOf(units, suggested).map(({ name, options }) => (
        <optgroup label={name}>
          {options.map(({ value, label }) => (
            <option value={value} selected={value === choice.lead}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </div>
);

const Others = ({ choice, units, suggested }: Props) => (
  <fieldset class="mb-3" aria-describedby="others-hint">
    <legend class="form-label">其他单位</legend>
    <div class="form-hint" id="others-hint">
      会办的为会办单位，分办的与主办单位各自答复。单办不选。
    </div>
    {groupsOf(units, suggested).map(({ name, options }, group) => (
      <details open={group === 0 || options.some(({ value }) => choice.others.includes(Number(value)))}>
        <summary>{name}</summary>
        <div class="choice-list">
          {options.map(({ value, label }, at) => (
            <label class="form-check">
              <input
                class="form-check-input"
                id={group === 0 && at === 0 ? 'f-others' : undefined}
                type="checkbox"
                name="others"
                value={value}
                checked={choice.others.includes(Number(value))}
              />
              <span class="form-check-label">{label}</span>
            </label>
          ))}
        </div>
      </details>
    ))}
  </fieldset>
);

/** The suggested ones first, then the others by their kind; each once. */
function groupsOf(units: readonly Option[], suggested: readonly number[]) {
  const isSuggested = ({ value }: Option) => suggested.includes(Number(value));
  const kinds = [...new Set(units.filter((each) => !isSuggested(each)).map(({ group }) => group ?? '其他'))];
  const wanted = suggested.flatMap((id) => units.find(({ value }) => value === id) ?? []);
  return [
    ...(wanted.length > 0 ? [{ name: '提案者建议', options: wanted }] : []),
    ...kinds.map((kind) => ({
      name: kind,
      options: units.filter((each) => !isSuggested(each) && (each.group ?? '其他') === kind),
    })),
  ];
}
