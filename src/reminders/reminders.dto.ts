import { Day, Id } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';

/** What would be sent on a day; tomorrow when none is named. */
export class PreviewQuery extends PageQuery {
  @Day('日期', { optional: true })
  day?: string | null;
}

/** What has been sent for a case. */
export class SentRemindersQuery extends PageQuery {
  @Id('提案')
  proposalId: number;
}
