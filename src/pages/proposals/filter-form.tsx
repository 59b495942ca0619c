import type { FieldSpec } from '../../platform/web/field-specs';
import { specsOf } from '../../platform/web/field-specs';
import { ProposalsQuery } from '../../proposals/lists/list.dto';
import type { FilterOptions } from './filter-options.service';

interface Props {
  readonly query: Readonly<ProposalsQuery>;
  readonly options: FilterOptions;
}

/** At hand; the rest stands behind a fold, which is open while something of it is asked for. */
const FIRST = ['subject', 'stage', 'sessionId', 'category', 'unitId', 'sponsorId', 'overdue', 'sort'];
const UNSEEN = ['page', 'size'];
const PATH = '/proposals';
const SPECS = specsOf(ProposalsQuery).filter(({ name }) => !UNSEEN.includes(name));
const REST = SPECS.filter(({ name }) => !FIRST.includes(name));

/** Everything the list can be narrowed to; it stays in the address. */
export function FilterForm({ query, options }: Props) {
  const valueOf = ({ name }: FieldSpec) => query[name as keyof ProposalsQuery];
  const asked = REST.filter((spec) => valueOf(spec) !== undefined && valueOf(spec) !== null).length;
  const fields = (specs: readonly FieldSpec[]) =>
    specs.map((spec) => <Filter spec={spec} value={valueOf(spec)} options={options[spec.name]} />);
  return (
    <form method="get" action={PATH} class="no-print" aria-label="筛选提案">
      <div class="filters">
        {fields(FIRST.flatMap((name) => SPECS.filter((spec) => spec.name === name)))}
        {query.size != null && <input type="hidden" name="size" value={query.size} />}
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            筛选
          </button>
          <a class="btn" href={PATH}>
            清除
          </a>
        </div>
      </div>
      <details class="mb-3" open={asked > 0}>
        <summary>更多条件{asked > 0 && `（已选 ${asked} 项）`}</summary>
        <div class="filters">{fields(REST)}</div>
      </details>
    </form>
  );
}

interface FilterProps {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly options?: string;
}

function Filter({ spec: { name, label, kind, max }, value, options }: FilterProps) {
  const id = `filter-${name}`;
  const text = value === null || value === undefined ? '' : String(value);
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
      </label>
      {options === undefined ? (
        <input
          class="form-control"
          id={id}
          // The types of preact know a tag of its own for each of these.
          {...{ type: (kind === 'day' ? 'date' : 'text') as 'text' }}
          name={name}
          value={text}
          inputMode={kind === 'number' ? 'numeric' : undefined}
          maxLength={kind === 'text' ? max : undefined}
          autocomplete="off"
        />
      ) : (
        <select
          class="form-select"
          id={id}
          name={name}
          dangerouslySetInnerHTML={{ __html: chosenIn(options, text) }}
        />
      )}
    </div>
  );
}

/** The options are drawn already; the one that was asked for is marked. */
function chosenIn(options: string, value: string): string {
  const all = `<option value="">全部</option>${options}`;
  if (value === '') return all;
  const known = escaped(value);
  return all.replace(`<option value="${known}">`, () => `<option value="${known}" selected>`);
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
