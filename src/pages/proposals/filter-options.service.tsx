import { Injectable } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import { optionsFor } from '../../platform/pages/form-controls';
import type { Option } from '../../platform/pages/form-state';
import { specsOf } from '../../platform/web/field-specs';
import { ProposalsQuery, UNCATEGORISED } from '../../proposals/lists/list.dto';
import { directoryOptions } from '../deeds/field-options';
import { OptionLists } from '../deeds/option-lists';

/** What there is to choose for each filter, as the inside of its select. */
export type FilterOptions = Readonly<Record<string, string>>;

/** Options of all filters. Hundreds of bodies stand there on every page of the list: drawn once between two commits. */
@Injectable()
export class FilterOptionsService {
  private readonly kept: Kept<FilterOptions>;
  private readonly names: Kept<ReadonlyMap<number, string>>;

  constructor(
    database: Database,
    private readonly lists: OptionLists,
  ) {
    this.kept = new Kept(database);
    this.names = new Kept(database);
  }

  /** Names that a line shows in words. */
  sessionNames(): Promise<ReadonlyMap<number, string>> {
    return this.names.of(
      'sessions',
      async () => new Map((await this.lists.sessions()).map(({ value, label }) => [Number(value), label])),
    );
  }

  drawn(): Promise<FilterOptions> {
    return this.kept.of(this.lists.today, () => this.draw());
  }

  private async draw(): Promise<FilterOptions> {
    const category = {
      options: [...this.lists.categories(), { value: UNCATEGORISED, label: UNCATEGORISED }],
    };
    const owedByUnitId = { options: await this.lists.units() };
    const aids = await directoryOptions(ProposalsQuery, this.lists, { category, owedByUnitId });
    return Object.fromEntries(
      specsOf(ProposalsQuery).flatMap((spec) => {
        const options = optionsFor(spec, aids[spec.name] ?? {});
        return options ? [[spec.name, renderToString(<Options options={options} />)]] : [];
      }),
    );
  }
}

function Options({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  const of = (group: string | undefined) =>
    options
      .filter((each) => each.group === group)
      .map(({ value, label }) => <option value={value}>{label}</option>);
  return (
    <>
      {groups.map((group) =>
        group === undefined ? of(group) : <optgroup label={group}>{of(group)}</optgroup>,
      )}
    </>
  );
}
