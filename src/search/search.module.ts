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

/** Finds cases by their words, and what is like them. */
@Module({
  controllers: [SearchApi, SavedSearchesApi],
  providers: [
    ...[IndexWriter, IndexKeeping, IndexBuilding, IndexChecking],
    ...[HitFinder, Snippets, SearchService, FacetService, SavedSearches],
  ],
  exports: [SearchService, FacetService, SavedSearches],
})
export class SearchModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly building: IndexBuilding,
  ) {}

  onModuleInit(): void {
    // After an upgrade the index is empty, or was read by an older tokenizer.
    this.jobs.handle('read-index', { run: () => this.building.readMissing(), everyMs: 600_000 });
  }
}
