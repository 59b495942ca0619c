import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegister } from '../platform/queue/job-register';
import { IndexBuilding } from './indexing/index-building';
import { IndexChecking } from './indexing/index-checking';
import { IndexKeeping } from './indexing/index-keeping';
import { IndexWriter } from './indexing/index-writer';
import { SavedSearchesApi } from './saved/saved-searches.api';
import { SavedSearches } from './saved/saved-searches.service';
import { FacetService } from './searching/facets.service';
import { HitFinder } from './searching/hits';
import { SearchApi } from './searching/search.api';
import { SearchService } from './searching/search.service';
import { Snippets } from './searching/snippets';
import { Candidates } from './similar/candidates';
import { CaseCards } from './similar/case-cards';
import { CaseTexts } from './similar/case-texts';
import { Comparing } from './similar/comparing';
import { Decisions } from './similar/decisions';
import { DifferencesService } from './similar/differences.service';
import { EarlierCases } from './similar/earlier.service';
import { LikenessJudging } from './similar/judging.service';
import { PublishedItems } from './similar/published-items';
import { SimilarApi } from './similar/similar.api';
import { SimilarService } from './similar/similar.service';
import { TermCounting } from './similar/term-counting';

const DAY_MS = 86_400_000;

/** Finds cases by their words, and what is like them. */
@Module({
  controllers: [SearchApi, SavedSearchesApi, SimilarApi],
  providers: [
    ...[IndexWriter, IndexKeeping, IndexBuilding, IndexChecking],
    ...[HitFinder, Snippets, SearchService, FacetService, SavedSearches],
    ...[TermCounting, Candidates, CaseTexts, CaseCards, Comparing, Decisions, PublishedItems],
    ...[SimilarService, EarlierCases, DifferencesService, LikenessJudging],
  ],
  exports: [
    ...[SearchService, FacetService, SavedSearches],
    ...[SimilarService, EarlierCases, DifferencesService, LikenessJudging],
  ],
})
export class SearchModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly building: IndexBuilding,
    private readonly terms: TermCounting,
  ) {}

  onModuleInit(): void {
    // After an upgrade the index is empty, or was read by an older tokenizer.
    this.jobs.handle('read-index', { run: () => this.building.readMissing(), everyMs: 600_000 });
    // How common words are changes slowly.
    this.jobs.handle('count-terms', { run: () => this.terms.count(), everyMs: DAY_MS });
  }
}
