import { Day, Id, Moment, WholeNumber } from '../../platform/web/fields';
import { PageQuery } from '../../platform/web/page.dto';
import { Paged } from '../paged';

export class SessionDraft {
  @Id('届')
  termId: number;

  @WholeNumber('次', { min: 1, max: 99 })
  number: number;

  @Day('开幕日期')
  opensOn: string;

  @Day('闭幕日期')
  closesOn: string;

  @Moment('提案截止时间')
  submissionDeadline: string;

  @Day('统一答复期限', { optional: true })
  replyBy?: string | null;
}

export class SessionChange extends SessionDraft {
  @WholeNumber('版本', { min: 1 })
  version: number;
}

export class SessionsQuery extends PageQuery {
  @Id('届', { optional: true })
  termId?: number | null;
}

export class SessionView extends SessionChange {
  id: number;
  /** The last case number given. */
  caseNoLast: number;
  receiptNoLast: number;
}

export class SessionsPage extends Paged(SessionView) {}
