import { Text } from '../../platform/web/fields';
import { SearchQuery } from '../searching/search.dto';

/** A search as it was made; which page was looked at is not kept. */
export class SaveSearchDto extends SearchQuery {
  @Text('名称', { max: 60 })
  name: string;
}

export class SavedSearchDto {
  id: number;
  name: string;
  criteria: SearchQuery;
  savedAt: string;
}
