import type { ComponentChildren } from 'preact';
import type { Option } from '../../platform/pages/form-state';
import type { OldNoticeDto } from '../../publication/old-notices/old-notices.dto';
import type { OldNoticePreview } from '../../publication/old-notices/preview';
import { AS_PRINTED } from './old-notice-answers';

export interface QuestionsProps {
  readonly preview: OldNoticePreview;
  readonly answers: Partial<OldNoticeDto>;
  readonly sponsors: readonly Option[];
  readonly units: readonly Option[];
}

/** What the text does not say, asked of a person: every answer stays until the notice is taken in. */
export const OldNoticeQuestions = ({ preview, answers, sponsors, units }: QuestionsProps) => (
  <>
    <Names kind="sponsor" label="提案者" unknown={preview.unknownSponsors} options={sponsors}>
      {(answers.sponsors ?? []).map(({ name, sponsorId }) => ({ name, id: sponsorId ?? null }))}
    </Names>
    <Names kind="unit" label="承办单位" unknown={preview.unknownUnits} options={units}>
      {(answers.units ?? []).map(({ name, unitId }) => ({ name, id: unitId ?? null }))}
    </Names>
    <Ticks name="leftOut" legend="没有读懂的行，勾选可以略去的" chosen={answers.leftOut ?? []}>
      {preview.notUnderstood.map(({ line, text, whyWord }) => ({
        value: line,
        label: `第 ${line} 行：${text}（${whyWord}）`,
      }))}
    </Ticks>
    <Ticks name="join" legend="可能被空行断开的句子，勾选要接到上一段的" chosen={answers.join ?? []}>
      {preview.doubts
        .filter(({ code }) => code === 'broken')
        .map(({ line, text }) => ({ value: line, label: `第 ${line} 行：${text}` }))}
    </Ticks>
    <Ticks name="incomplete" legend="缺项的条目，勾选原文如此的" chosen={answers.incomplete ?? []}>
      {preview.items
        .filter(({ lacks }) => lacks.length > 0)
        .map(({ place, subject }) => ({ value: place, label: `第 ${place} 条：${subject}` }))}
    </Ticks>
  </>
);

interface Answered {
  readonly name: string;
  readonly id: number | null;
}

interface NamesProps {
  readonly kind: string;
  readonly label: string;
  readonly unknown: OldNoticePreview['unknownSponsors'];
  readonly options: readonly Option[];
  readonly children: readonly Answered[];
}

/** Names nobody bears, or several do; what was answered before is asked no more, and sent along. */
function Names({ kind, label, unknown, options, children: answered }: NamesProps) {
  const asked = unknown.filter(({ name }) => !answered.some((each) => each.name === name));
  return (
    <>
      {answered.map(({ name, id }, at) => (
        <>
          <input type="hidden" name={`${kind}-${at}-name`} value={name} />
          <input type="hidden" name={`${kind}-${at}-is`} value={id ?? AS_PRINTED} />
        </>
      ))}
      {asked.length > 0 && (
        <fieldset class="mb-3">
          <legend>不认识的{label}</legend>
          {asked.map(({ name, items, candidates }, at) => (
            <div class="mb-3">
              <label class="form-label" for={`${kind}-${at}`}>
                “{name}”（第 {items.join('、')} 条）
              </label>
              <input type="hidden" name={`${kind}-${answered.length + at}-name`} value={name} />
              <select class="form-select" id={`${kind}-${at}`} name={`${kind}-${answered.length + at}-is`}>
                <option value="">请选择</option>
                <option value={AS_PRINTED}>照原文保留，不对应名录</option>
                {candidates.length > 0 && (
                  <optgroup label="可能是">
                    {candidates.map((candidate) => (
                      <option value={candidate.id}>
                        {candidate.name}（{candidate.kind}）
                      </option>
                    ))}
                  </optgroup>
                )}
                <optgroup label="名录">
                  {options.map((option) => (
                    <option value={option.value}>{option.label}</option>
                  ))}
                </optgroup>
              </select>
            </div>
          ))}
        </fieldset>
      )}
    </>
  );
}

interface TicksProps {
  readonly name: string;
  readonly legend: string;
  readonly chosen: readonly number[];
  readonly children: readonly { value: number; label: string }[];
}

const Ticks = ({ name, legend, chosen, children: lines }: TicksProps): ComponentChildren =>
  lines.length === 0 ? null : (
    <fieldset class="mb-3">
      <legend>{legend}</legend>
      {lines.map(({ value, label }) => (
        <label class="form-check">
          <input
            class="form-check-input"
            type="checkbox"
            name={name}
            value={value}
            checked={chosen.includes(value)}
          />
          <span class="form-check-label">{label}</span>
        </label>
      ))}
    </fieldset>
  );
