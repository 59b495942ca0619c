import type { ComponentChildren } from 'preact';
import { dayOf } from '../clock/calendar';
import type { FieldSpec } from '../web/field-specs';
import type { FieldAid, Option } from './form-state';

/** One field as its control needs it. */
export interface ControlProps {
  readonly spec: FieldSpec;
  readonly path: string;
  readonly id: string;
  readonly value: unknown;
  readonly aid: FieldAid;
  readonly describedBy?: string;
  readonly isFaulty: boolean;
}

const FEW = 6;
const NONE: Option = { value: '', label: '（不选）' };
const YES_NO: Option[] = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

/** What there is to choose from, if anything. */
export function optionsFor(
  { kind, choices, words }: FieldSpec,
  aid: FieldAid,
): readonly Option[] | undefined {
  if (aid.options) return aid.options;
  if (kind === 'flag') return YES_NO;
  return choices?.map((value) => ({ value, label: words?.[value] ?? String(value) }));
}

/** Several controls under one question are a group with a legend of its own. */
export const isGroup = (spec: FieldSpec, aid: FieldAid): boolean => {
  const options = optionsFor(spec, aid);
  if (spec.kind === 'ids') return options !== undefined;
  return spec.kind === 'texts' || (!!options && !spec.optional && options.length <= FEW);
};

export function Control(props: ControlProps) {
  const { spec, aid } = props;
  const options = optionsFor(spec, aid);
  if (spec.kind === 'ids' && options) return <Boxes {...props} options={options} kind="checkbox" />;
  if (spec.kind === 'texts') return <Texts {...props} />;
  if (options && isGroup(spec, aid)) return <Boxes {...props} options={options} kind="radio" />;
  if (options) return <Select {...props} options={options} />;
  return spec.lines ? <Area {...props} /> : <Input {...props} />;
}

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(', ') : String(value);
const marks = ({ id, describedBy, isFaulty }: ControlProps) => ({
  ...{ id, 'aria-describedby': describedBy, 'aria-invalid': isFaulty ? ('true' as const) : undefined },
});
const faulty = (base: string, isFaulty: boolean) => (isFaulty ? `${base} is-invalid` : base);

const TYPES: Partial<Record<FieldSpec['kind'], 'date' | 'datetime-local'>> = {
  day: 'date',
  moment: 'datetime-local',
};
const TYPED = Object.fromEntries(
  ['text', 'password', 'date', 'datetime-local'].map((type) => [type, { type }]),
) as Record<string, { type: string }>;
const NUMERIC: Partial<Record<FieldSpec['kind'], 'numeric' | 'decimal'>> = {
  number: 'numeric',
  id: 'numeric',
  amount: 'decimal',
};

function Input(props: ControlProps) {
  const { spec, path, aid, isFaulty } = props;
  const type = aid.password ? 'password' : (TYPES[spec.kind] ?? 'text');
  return (
    <input
      {...marks(props)}
      // The types of preact know a tag of its own for each of these.
      {...(TYPED[type] as { type?: 'text' })}
      class={faulty('form-control', isFaulty)}
      name={path}
      inputMode={NUMERIC[spec.kind]}
      maxLength={spec.kind === 'text' ? spec.max : undefined}
      autocomplete={aid.password ?? 'off'}
      aria-required={spec.optional ? undefined : 'true'}
      value={shownIn(props)}
    />
  );
}

/** A password is never written into a page, not even the one just typed. */
const shownIn = ({ spec, aid, value }: ControlProps): string =>
  aid.password ? '' : spec.kind === 'moment' ? localOf(value) : textOf(value);

/** A stored moment as a browser's `datetime-local` wants it; what is no moment stays as it was typed. */
function localOf(value: unknown): string {
  const text = textOf(value);
  const stored = /T(\d\d):(\d\d):\d\d\.\d{3}Z$/.exec(text);
  if (!stored) return text.replace(/(:\d\d)?\+08:00$/, '');
  return `${dayOf(text)}T${String((Number(stored[1]) + 8) % 24).padStart(2, '0')}:${stored[2]}`;
}

function Area(props: ControlProps) {
  const { spec, path, value, aid, isFaulty } = props;
  return (
    <textarea
      {...marks(props)}
      class={faulty('form-control', isFaulty)}
      name={path}
      rows={aid.rows ?? ((spec.max ?? 0) > 5000 ? 12 : 4)}
      data-max={spec.max}
      aria-required={spec.optional ? undefined : 'true'}
    >
      {textOf(value)}
    </textarea>
  );
}

function Select(props: ControlProps & { options: readonly Option[] }) {
  const { spec, path, value, options, isFaulty } = props;
  const first = spec.optional ? NONE : { value: '', label: '请选择' };
  return (
    <select
      {...marks(props)}
      class={faulty('form-select', isFaulty)}
      name={path}
      aria-required={spec.optional ? undefined : 'true'}
    >
      {grouped([first, ...options], (option) => (
        <option value={option.value} selected={textOf(value) === String(option.value)}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** Options under the headings of their groups. */
function grouped(
  options: readonly Option[],
  render: (option: Option) => ComponentChildren,
): ComponentChildren[] {
  const names = [...new Set(options.map(({ group }) => group))];
  return names.map((name) => {
    const shown = options.filter(({ group }) => group === name).map(render);
    return name === undefined ? <>{shown}</> : <optgroup label={name}>{shown}</optgroup>;
  });
}

function Boxes(props: ControlProps & { options: readonly Option[]; kind: 'checkbox' | 'radio' }) {
  const { path, id, value, options, kind, isFaulty } = props;
  const chosen = (Array.isArray(value) ? value : [value]).map(textOf);
  return (
    <div class={options.length > FEW ? 'choice-list' : undefined}>
      {kind === 'checkbox' && <input type="hidden" name={path} value="" />}
      {options.length === 0 && <p class="text-secondary">没有可以选择的内容。</p>}
      {options.map((option, at) => (
        <label class="form-check" key={option.value}>
          <input
            class={faulty('form-check-input', isFaulty)}
            id={at === 0 ? id : undefined}
            type={kind}
            name={path}
            value={option.value}
            checked={chosen.includes(String(option.value))}
          />
          <span class="form-check-label">
            {option.label}
            {option.group && <span class="text-secondary">（{option.group}）</span>}
          </span>
        </label>
      ))}
    </div>
  );
}

const SPARE_TEXTS = 3;

/** One box for each entry, and some for more. */
function Texts({ spec, path, id, value, aid, isFaulty }: ControlProps) {
  const entries = Array.isArray(value) ? value.map(textOf) : [];
  const boxes = Math.min(Math.max(entries.length + 1, aid.rows ?? SPARE_TEXTS), spec.max ?? LONGEST);
  const rows = Array.from({ length: boxes }, (_, at) => entries[at] ?? '');
  return (
    <>
      <input type="hidden" name={path} value="" />
      {rows.map((text, at) => {
        const own = {
          ...{ id: at === 0 ? id : undefined, name: path, class: faulty('form-control mb-2', isFaulty) },
          'aria-label': `${spec.label}第${at + 1}条`,
        };
        return spec.lines ? (
          <textarea {...own} rows={3} data-max={spec.textMax}>
            {text}
          </textarea>
        ) : (
          <input {...own} type="text" value={text} maxLength={spec.textMax} autocomplete="off" />
        );
      })}
    </>
  );
}

const LONGEST = 100;
