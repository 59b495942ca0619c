import { CSRF_FIELD } from '../../../platform/web/form-token';
import type { ComparedCase } from '../compare/compared-cases.service';
import { type Plan, sponsorsIn } from './plan';

export const DESK = '/desk/merging';

interface Props {
  readonly cases: readonly ComparedCase[];
  readonly plan: Plan;
  readonly csrf: string;
  /** How long sponsors have to answer, in words. */
  readonly time: string;
}

/** Which case leads, what the whole is called, in which order its sponsors stand: then what everybody will read. */
export function Planning(props: Props) {
  const { cases, plan } = props;
  return (
    <>
      <section class="card card-body mb-3" aria-labelledby="plan">
        <h2 id="plan">怎样并案</h2>
        <form method="get" action={`${DESK}#preview`}>
          <input type="hidden" name="ids" value={cases.map(({ id }) => id).join(',')} />
          <Principal {...props} />
          <div class="mb-3">
            <label class="form-label" for="jointSubject">
              并案后案由<span class="text-secondary">（不填则用主案的案由）</span>
            </label>
            <input
              class="form-control"
              id="jointSubject"
              name="jointSubject"
              maxLength={200}
              autocomplete="off"
              value={plan.jointSubject ?? ''}
            />
          </div>
          <Order {...props} />
          <div class="mb-3">
            <label class="form-label" for="reason">
              并案理由
            </label>
            <textarea class="form-control" id="reason" name="reason" rows={2} data-max={2000}>
              {plan.reason ?? '内容相同或相近，合并办理。'}
            </textarea>
          </div>
          <button class="btn btn-primary" type="submit">
            预览
          </button>
        </form>
      </section>
      {plan.principalId && plan.reason && <Preview {...props} />}
    </>
  );
}

const Principal = ({ cases, plan }: Props) => (
  <fieldset class="mb-3">
    <legend class="form-label">主案（其余并入它）</legend>
    {cases.map(({ id, name }) => (
      <label class="form-check">
        <input
          class="form-check-input"
          type="radio"
          name="principalId"
          value={id}
          checked={id === (plan.principalId ?? cases[0].id)}
        />
        <span class="form-check-label">{name}</span>
      </label>
    ))}
  </fieldset>
);

const Order = ({ cases, plan }: Props) => (
  <fieldset class="mb-3">
    <legend class="form-label">提案者排序</legend>
    <div class="form-hint" id="order-hint">
      不填序号则主案的在前，其余依次在后。
    </div>
    {sponsorsIn(cases, plan).map(({ id, name }) => (
      <div class="form-row">
        <label class="form-label" for={`place-${id}`}>
          {name}
        </label>
        <input
          class="form-control"
          id={`place-${id}`}
          name={`place-${id}`}
          inputMode="numeric"
          maxLength={3}
          autocomplete="off"
          aria-describedby="order-hint"
          value={plan.places.get(id) ?? ''}
        />
      </div>
    ))}
  </fieldset>
);

function Preview({ cases, plan, csrf, time }: Props) {
  const principal = cases.find(({ id }) => id === plan.principalId);
  if (!principal) return null;
  const followers = cases.filter((each) => each !== principal);
  const asked = cases.flatMap(({ sponsors }) => sponsors.filter(({ first }) => first));
  const names = [...new Set(asked.map(({ name }) => name))];
  const otherSession = followers.some(({ sessionId }) => sessionId !== principal.sessionId);
  return (
    <section class="card card-body mb-3" aria-labelledby="preview">
      <h2 id="preview">各第一提案者会看到</h2>
      {followers.map(({ name }) => (
        <blockquote class="present-text">
          拟将「{name}」并入主案「{principal.name}」。
          {plan.jointSubject && `并案后的案由：${plan.jointSubject}。`}理由：{plan.reason}
        </blockquote>
      ))}
      <p>
        并附两件的原文。并案后提案者依次为：
        {sponsorsIn(cases, plan)
          .map(({ name }) => name)
          .join('、')}
        。
      </p>
      <p>
        征询 {names.join('、')}，{time}内答复；都同意，或到期无人反对，即可并案。有人反对的不能并案。
      </p>
      {otherSession && <p class="text-secondary">这几件不属于同一次会议，将注明为跨会议并案。</p>}
      <form method="post" action={`${DESK}/proposals`}>
        <input type="hidden" name={CSRF_FIELD} value={csrf} />
        <input type="hidden" name="ids" value={cases.map(({ id }) => id).join(',')} />
        <input type="hidden" name="principalId" value={principal.id} />
        <input type="hidden" name="jointSubject" value={plan.jointSubject ?? ''} />
        <input type="hidden" name="reason" value={plan.reason ?? ''} />
        {[...plan.places].map(([id, place]) => (
          <input type="hidden" name={`place-${id}`} value={place} />
        ))}
        <button class="btn btn-primary" type="submit">
          征询第一提案者意见
        </button>
      </form>
    </section>
  );
}
