import { ExportPages } from '../export/export.pages';
import { ExportedList } from '../export/exported-list.service';
import { SavedViewsApi } from '../saved-views/saved-views.api';
import { SavedViews } from '../saved-views/saved-views.service';
import { FilterOptionsService } from './filter-options.service';
import { ListPages } from './list.pages';

/** What the list of proposals is made of, for the module of all pages. */
export const LIST_PAGES = [ExportPages, ListPages, SavedViewsApi];
export const LIST_SERVICES = [ExportedList, FilterOptionsService, SavedViews];
