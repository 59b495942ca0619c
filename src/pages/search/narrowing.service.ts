import { Injectable } from '@nestjs/common';
import { optionsFor } from '../../platform/pages/form-controls';
import { type FieldSpec, specsOf } from '../../platform/web/field-specs';
import type { Facet } from '../../search/searching/facets.service';
import { SearchQuery } from '../../search/searching/search.dto';
import { directoryOptions } from '../deeds/field-options';
import { OptionLists } from '../deeds/option-lists';
import { partsOf, type Searched, SHOWING } from './search-address';

/** One thing the search is narrowed to, in words. */
export interface Narrowing {
  readonly name: keyof SearchQuery;
  readonly words: string;
}

const SPECS = new Map(specsOf(SearchQuery).map((spec) => [spec.name, spec]));
const UNNAMED = ['q', ...SHOWING];

/** Says in words what a search is narrowed to, whoever made its address. */
@Injectable()
export class Narrowings {
  constructor(private readonly lists: OptionLists) {}

  async of(query: Searched, facets: readonly Facet[]): Promise<Narrowing[]> {
    const asked = partsOf(query).flatMap(([name, text]) => {
      const spec = UNNAMED.includes(name) ? undefined : SPECS.get(name);
      return spec ? [{ spec, text, found: labelIn(facets, name, text) }] : [];
    });
    const unknown = asked.some(({ spec, found }) => spec.kind === 'id' && !found);
    const aids = unknown ? await directoryOptions(SearchQuery, this.lists, {}) : {};
    return asked.map(({ spec, text, found }) => {
      const options = optionsFor(spec, aids[spec.name] ?? {});
      const chosen = options?.find(({ value }) => String(value) === text)?.label;
      const label = chosen ?? found ?? (spec.kind === 'id' ? '（已停用）' : text);
      return { name: spec.name as keyof SearchQuery, words: wordsOf(spec, label, text) };
    });
  }
}

/** A facet knows its names already, also of bodies that are no longer offered. */
const labelIn = (facets: readonly Facet[], name: string, text: string): string | undefined =>
  facets.find((facet) => facet.name === name)?.values.find(({ value }) => value === text)?.label;

const wordsOf = ({ kind, label }: FieldSpec, chosen: string, text: string): string =>
  kind === 'flag' && text === 'true' ? label : `${label}：${chosen}`;
