import type { CountsDto } from '../../../merging/counts.dto';
import type { Option } from '../../../platform/pages/form-state';
import type { ComparedCase } from '../compare/compared-cases.service';
import { DESK } from './planning-view';

interface Props {
  readonly cases: readonly ComparedCase[];
  readonly sessions: readonly Option[];
  readonly sessionId: number;
  /** Numbers were given and none of them found. */
  readonly isMissing: boolean;
}

/** Which cases are compared: by their numbers, or ticked in a list or a search. */
export const Basket = ({ cases, sessions, sessionId, isMissing }: Props) => (
  <section class="card card-body mb-3" aria-labelledby="basket">
    <h2 id="basket">选出要比较的提案</h2>
    {cases.map(({ name }) => (
      <p>已选：{name}。再选至少一件。</p>
    ))}
    {isMissing && (
      <div class="alert alert-warning" role="alert">
        没有找到这些案号的提案，请核对会议和案号。
      </div>
    )}
    <form class="filters" method="get" action={DESK}>
      {cases.length > 0 && <input type="hidden" name="ids" value={cases.map(({ id }) => id).join(',')} />}
      <div>
        <label class="form-label" for="sessionId">
          会议
        </label>
        <select class="form-select" id="sessionId" name="sessionId">
          {sessions.map(({ value, label }) => (
            <option value={value} selected={value === sessionId}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div class="wide">
        <label class="form-label" for="numbers">
          案号，几个之间用顿号或空格隔开
        </label>
        <input class="form-control" id="numbers" name="numbers" maxLength={60} autocomplete="off" />
      </div>
      <div class="btn-list">
        <button class="btn btn-primary" type="submit">
          比较
        </button>
      </div>
    </form>
    <p class="text-secondary">审查时发现相近的提案，也可以从那里带到这里来。</p>
  </section>
);

/** A merged proposal counts as filed: reports give both figures. */
export const BothCounts = ({ counts }: { counts: CountsDto }) => (
  <p>
    本次会议收到 {counts.received} 件，不予立案 {counts.notFiled} 件，撤案 {counts.withdrawn} 件，未决定{' '}
    {counts.pending} 件；立案 <strong>{counts.filed}</strong> 件（含并案 {counts.merged} 件），实际办理{' '}
    <strong>{counts.cases}</strong> 件。
  </p>
);
