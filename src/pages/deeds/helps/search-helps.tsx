import { specsOf } from '../../../platform/web/field-specs';
import { SearchQuery } from '../../../search/searching/search.dto';
import type { Helps } from '../deed-help';

const FILTERS = specsOf(SearchQuery).flatMap(({ name }) => (name === 'q' ? [] : [[name, { hidden: true }]]));

export const searchHelps: Helps = {
  'POST me/searches': () => ({
    intro: <p>检索词和筛选条件在检索页上选好后，从那里保存。</p>,
    aids: Object.fromEntries(FILTERS),
    button: '保存',
  }),
};
