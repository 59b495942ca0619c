import type { Facet, FacetValue } from '../../search/searching/facets.service';
import { partsOf, searchHref, type Searched } from './search-address';

interface Props {
  readonly query: Searched;
  readonly facets: readonly Facet[];
  readonly sessions: ReadonlyMap<number, string>;
  /** Of so many finds the newest were counted, when there are more. */
  readonly countedOf: number | null;
}

interface Entry extends FacetValue {
  readonly name: string;
}

/** More stand behind a fold. */
const FIRST = 6;
const OTHERS = '其他';
const isYesNo = ({ values }: Facet): boolean => values.every(({ value }) => value === 'true');

/** Ways to fewer finds, each with how many would be left. What is chosen already is taken off above the finds. */
export function FacetsView({ query, facets, sessions, countedOf }: Props) {
  const groups = groupsOf(query, facets.map(inWordsOf(sessions)));
  if (groups.length === 0) return null;
  return (
    <aside class="facets no-print" id="narrow" aria-labelledby="narrow-heading">
      <h2 class="h3" id="narrow-heading">
        缩小范围
      </h2>
      {countedOf !== null && <p class="text-secondary">只统计最新的 {countedOf} 件。</p>}
      {groups.map(({ label, entries }) => (
        <section>
          <h3 class="h4">{label}</h3>
          <Entries query={query} entries={entries.slice(0, FIRST)} />
          {entries.length > FIRST && (
            <details>
              <summary>
                其余 {entries.length - FIRST} 个<span class="visually-hidden">{label}</span>
              </summary>
              <Entries query={query} entries={entries.slice(FIRST)} />
            </details>
          )}
        </section>
      ))}
    </aside>
  );
}

const Entries = ({ query, entries }: { query: Searched; entries: readonly Entry[] }) => (
  <ul>
    {entries.map(({ name, value, label, count }) => (
      <li>
        <a href={searchHref(query, { [name]: value })}>{label}</a>{' '}
        <span class="text-secondary nowrap">{count} 件</span>
      </li>
    ))}
  </ul>
);

function groupsOf(query: Searched, facets: readonly Facet[]): { label: string; entries: Entry[] }[] {
  const chosen = new Set(partsOf(query).map(([name]) => name));
  const open = facets.filter(({ name }) => !chosen.has(name)).map(withFinds);
  const others = open.filter(isYesNo).flatMap(entriesOf);
  const groups = open.filter((facet) => !isYesNo(facet));
  return [
    ...groups.map((facet) => ({ label: facet.label, entries: entriesOf(facet) })),
    ...(others.length > 0 ? [{ label: OTHERS, entries: others }] : []),
  ];
}

/** A session is called the same here as beside the finds. */
const inWordsOf =
  (sessions: ReadonlyMap<number, string>) =>
  (facet: Facet): Facet =>
    facet.name === 'sessionId'
      ? {
          ...facet,
          values: facet.values.map((each) => ({
            ...each,
            label: sessions.get(Number(each.value)) ?? each.label,
          })),
        }
      : facet;

const withFinds = (facet: Facet): Facet => ({
  ...facet,
  values: facet.values.filter(({ count }) => count > 0),
});
const entriesOf = ({ name, values }: Facet): Entry[] => values.map((value) => ({ name, ...value }));
