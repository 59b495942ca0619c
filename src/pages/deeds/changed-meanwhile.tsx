import { dayTimeWords } from '../../platform/pages/day-words';
import { Difference } from '../../platform/pages/difference-view';
import { optionsFor } from '../../platform/pages/form-controls';
import { valueAt } from '../../platform/pages/form-fields';
import { aidOf, type FieldAids, type FormState } from '../../platform/pages/form-state';
import { type FieldSpec, specsOf } from '../../platform/web/field-specs';
import type { Dossier } from './deed-subject';

type Dto = new () => object;

interface Props {
  readonly dto?: Dto;
  /** What stands there now, and what helps to read it. */
  readonly state: FormState;
  /** What this person has typed. */
  readonly typed: Readonly<Record<string, unknown>>;
  /** What was done since the form was opened. */
  readonly entries: Dossier['history'];
}

/** Somebody was faster: what they did, where it differs from what one has typed, and that nothing typed is lost. */
export function ChangedMeanwhile({ dto, state: { values, aids }, typed, entries }: Props) {
  const fields = dto ? specsOf(dto).flatMap((spec) => differing(spec, values, typed, aids)) : [];
  return (
    <>
      <div class="alert alert-warning" role="alert">
        <h2 class="alert-title">此件在您查看期间已被修改，尚未提交</h2>
        <p>您填写的内容都还在下面的表单里。请对照变化，确认或改正后再次提交。</p>
        <ul>
          {entries.map(({ at, actor, actionWord, words }) => (
            <li>
              {dayTimeWords(at)} {actor}：{actionWord}
              {words && `（${words}）`}
            </li>
          ))}
        </ul>
      </div>
      {fields.length > 0 && (
        <section class="card card-body" aria-labelledby="changed">
          <h2 class="card-title" id="changed">
            与您填写的不同之处
          </h2>
          <p class="text-secondary">
            <del>划去的</del>现在保存着，您的表单里没有；<ins>加下划线的</ins>在您的表单里，现在没有保存。
          </p>
          {fields.map(({ label, now, mine }) => (
            <>
              <h3>{label}</h3>
              <Difference before={now} after={mine} />
            </>
          ))}
        </section>
      )}
    </>
  );
}

function differing(
  spec: FieldSpec,
  values: object,
  typed: Readonly<Record<string, unknown>>,
  aids: FieldAids,
) {
  const { name, label } = spec;
  const present = valueAt(values, name);
  if (name === 'version' || typed[name] === undefined || present === undefined) return [];
  const [now, mine] = [inWords(spec, present, aids), inWords(spec, typed[name], aids)];
  return now === mine ? [] : [{ label, now, mine }];
}

/** As people read it: options by their names, an entry to a line. */
function inWords(spec: FieldSpec, value: unknown, aids: FieldAids, path = spec.name): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((entry) => inWords(spec, entry, aids, path)).join('\n');
  if (typeof value === 'object')
    return specsOf(spec.part!())
      .map((part) =>
        inWords(part, (value as Record<string, unknown>)[part.name], aids, `${path}.*.${part.name}`),
      )
      .filter(Boolean)
      .join('，');
  const options = optionsFor(spec, aidOf(aids, path));
  // A browser sends its own line ends.
  return (
    options?.find((option) => String(option.value) === String(value))?.label ??
    String(value).replaceAll('\r\n', '\n')
  );
}
