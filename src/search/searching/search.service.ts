import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { type Page, windowOf } from '../../platform/web/page.dto';
import { Door } from '../../proposals/door';
import { ListService, type ProposalLine } from '../../proposals/lists/list.service';
import { orderOf } from '../../proposals/lists/orders';
import { type Asked, askedIn, loosely } from '../query/asked';
import type { Phrase } from '../tokens/tokenizer';
import { conditionsOf, readsInside } from './conditions';
import { HitFinder, type Hits, type Wanted } from './hits';
import { marked, type TextPiece } from './marking';
import type { SearchQuery } from './search.dto';
import { type Snippet, Snippets } from './snippets';

export type SearchHit = ProposalLine & {
  /** The subject, with what was found marked. */
  readonly marked: readonly TextPiece[];
  readonly snippets: readonly Snippet[];
};

export type SearchAnswer = Page<SearchHit> & {
  /** There are more finds than `total`, which is where counting ends. */
  readonly more: boolean;
  /** No case has the words as they were typed; these have their parts. */
  readonly loose: boolean;
  /** To be sent along with the next pages; null when nothing was found. */
  readonly asOf: number | null;
  /** What the searcher should know or could do, in their language. */
  readonly hint: string | null;
};

/** What is looked for in the end: as typed, or in parts where that found nothing. Null when nothing can be found. */
export interface Reading {
  readonly asked: Asked;
  readonly wanted: Wanted | null;
  readonly loose: boolean;
}

const NOTHING: Hits = { ids: [], total: 0, more: false };

/** Finds cases by words, through the one gate. */
@Injectable()
export class SearchService {
  constructor(
    private readonly door: Door,
    private readonly lists: ListService,
    private readonly finder: HitFinder,
    private readonly snippets: Snippets,
  ) {}

  async search(actor: Actor, query: SearchQuery): Promise<SearchAnswer> {
    const { page, size, offset } = windowOf(query);
    const { asked, wanted, loose } = await this.read(actor, query);
    const hits = wanted ? await this.hitsFor(actor, wanted, query) : NOTHING;
    const ids = query.sort || !wanted?.phrases.length ? [...hits.ids] : hits.ids.slice(offset, offset + size);
    const { total, more } = hits;
    const found = { total, more, loose, shown: ids.length, isFar: offset > 0 && offset < total };
    return {
      ...{ items: await this.shown(actor, ids, wanted?.phrases ?? []), total, page, size, more, loose },
      asOf: query.asOf ?? (wanted && total > 0 ? await this.newestOf(wanted, query, hits) : null),
      hint: asked.hint ?? hintOf(found),
    };
  }

  /** How a query is to be understood, so that facets count what the search shows. */
  async read(actor: Actor, query: SearchQuery): Promise<Reading> {
    const asked = askedIn(query.q, query.within);
    if (asked.phrases.length === 0 && (query.q || query.within)) return { asked, wanted: null, loose: false };
    const where = conditionsOf(actor, query, this.door.now());
    const wanted = { phrases: asked.phrases, where, scope: { inside: readsInside(actor) } };
    if (asked.phrases.length === 0 || (await this.finder.best(wanted)).total > 0)
      return { asked, wanted, loose: false };
    const parts = await this.partsFound(wanted, loosely(asked));
    const inParts = { ...wanted, phrases: parts };
    const isFound = parts.length > 0 && (await this.finder.best(inParts)).total > 0;
    return { asked, wanted: isFound ? inParts : wanted, loose: isFound };
  }

  /** Those that some case has which the searcher sees: what others have in theirs makes no difference. */
  private async partsFound(wanted: Wanted, parts: readonly Phrase[]): Promise<Phrase[]> {
    const found: Phrase[] = [];
    for (const part of parts)
      if ((await this.finder.newest({ ...wanted, phrases: [part] })) !== null) found.push(part);
    return found;
  }

  private hitsFor(actor: Actor, wanted: Wanted, query: SearchQuery): Promise<Hits> {
    if (wanted.phrases.length > 0 && !query.sort) return this.finder.best(wanted);
    const { size, offset } = windowOf(query);
    return this.finder.ordered(wanted, orderOf(query.sort, actor), size, offset);
  }

  /** Those ranked hold the newest one, too. */
  private newestOf(wanted: Wanted, { sort }: SearchQuery, { ids }: Hits): Promise<number | null> | number {
    const isRanked = wanted.phrases.length > 0 && !sort;
    return isRanked ? ids.reduce((most, id) => Math.max(most, id), 0) : this.finder.newest(wanted);
  }

  private async shown(actor: Actor, ids: number[], phrases: readonly Phrase[]): Promise<SearchHit[]> {
    const lines = await this.lists.linesOf(actor, ids);
    const snippets = await this.snippets.of(ids, phrases, readsInside(actor));
    return lines.map((line) => ({
      ...line,
      marked: marked(line.subject, phrases),
      snippets: snippets.get(line.id) ?? [],
    }));
  }
}

interface Found {
  readonly total: number;
  readonly more: boolean;
  readonly loose: boolean;
  readonly shown: number;
  /** Within what there is, yet beyond what is ranked. */
  readonly isFar: boolean;
}

function hintOf({ total, more, loose, shown, isFar }: Found): string | null {
  if (total === 0) return '没有找到相关提案，请减少检索词、换一种说法，或者放宽筛选条件。';
  if (shown === 0 && isFar) return '按相关程度只排列靠前的结果，请增加检索词、加筛选条件，或者按时间排序。';
  if (loose) return '没有与检索词完全一致的提案，以下提案包含其中的各个部分。';
  return more ? '结果很多，请增加检索词或筛选条件。' : null;
}
