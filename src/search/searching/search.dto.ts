import { Flag, Text, WholeNumber } from '../../platform/web/fields';
import { ProposalsQuery } from '../../proposals/lists/list.dto';

// Whatever is typed is taken; of what is too long the beginning is used, and the answer says so.
const TYPED = { max: 20_000, lines: true, optional: true };

/** Words, and everything a list of proposals is narrowed to. Without a sort the best come first. */
export class SearchQuery extends ProposalsQuery {
  /** Each word has to occur; quotation marks keep words together. Without any, the newest cases are found. */
  @Text('检索词', TYPED)
  q?: string | null;

  /** Further words: within these results. */
  @Text('在结果中检索', TYPED)
  within?: string | null;

  /** Of the first sponsor. */
  @Text('提案者类别', { max: 40, optional: true })
  sponsorKind?: string | null;

  @Flag('已公示', { optional: true })
  published?: boolean | null;

  /** As the first page told it: so that what comes in meanwhile moves no page. */
  @WholeNumber('截至编号', { min: 1, max: 2_000_000_000, optional: true })
  asOf?: number | null;
}
