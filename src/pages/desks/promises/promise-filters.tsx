import type { Option } from '../../../platform/pages/form-state';
import type { PromisesQuery } from '../../../promises/promises.dto';
import { PROMISE_STATES, promiseStateWords } from '../../../proposals/promises/promise-state';
import { dayIn, idIn, pageIn } from '../asked';

export const DESK = '/desk/promises';
export const SIZE = 50;

/** A filter that makes no sense filters nothing: the page says what it shows. */
export function promisesQueryIn(asked: Readonly<Record<string, unknown>>): PromisesQuery {
  return {
    unitId: idIn(asked.unitId) ?? null,
    sessionId: idIn(asked.sessionId) ?? null,
    state: PROMISE_STATES.find((each) => each === asked.state) ?? null,
    dueFrom: dayIn(asked.dueFrom),
    dueTo: dayIn(asked.dueTo),
    public: asked.public === 'true' ? true : asked.public === 'false' ? false : null,
    page: pageIn(asked.page),
    size: SIZE,
  };
}

interface Props {
  readonly query: PromisesQuery;
  readonly units: readonly Option[];
  readonly sessions: readonly Option[];
}

export const PromiseFilters = ({ query, units, sessions }: Props) => (
  <form class="filters" method="get" action={DESK} data-auto>
    <Choose
      name="state"
      label="状态"
      chosen={query.state}
      options={PROMISE_STATES.map((value) => ({ value, label: promiseStateWords[value] }))}
    />
    {units.length > 0 && <Choose name="unitId" label="承办单位" chosen={query.unitId} options={units} />}
    <Choose name="sessionId" label="会议" chosen={query.sessionId} options={sessions} />
    <DayField name="dueFrom" label="期限不早于" value={query.dueFrom} />
    <DayField name="dueTo" label="期限不晚于" value={query.dueTo} />
    <div class="btn-list">
      <button class="btn" type="submit">
        筛选
      </button>
      <a class="btn" href={DESK}>
        全部
      </a>
    </div>
  </form>
);

interface ChooseProps {
  readonly name: string;
  readonly label: string;
  readonly chosen: unknown;
  readonly options: readonly Option[];
}

const Choose = ({ name, label, chosen, options }: ChooseProps) => (
  <div>
    <label class="form-label" for={name}>
      {label}
    </label>
    <select class="form-select" id={name} name={name}>
      <option value="">全部</option>
      {options.map(({ value, label: word }) => (
        <option value={value} selected={value === chosen}>
          {word}
        </option>
      ))}
    </select>
  </div>
);

const DayField = ({ name, label, value }: { name: string; label: string; value?: string | null }) => (
  <div>
    <label class="form-label" for={name}>
      {label}
    </label>
    <input class="form-control" type="date" id={name} name={name} value={value ?? ''} />
  </div>
);
