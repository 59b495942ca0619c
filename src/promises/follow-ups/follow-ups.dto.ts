import { Day, Id, Text, WholeNumber } from '../../platform/web/fields';

/** Of one session, or of the replies of one year. */
export class StartFollowUpDto {
  @Text('标题', { max: 200 })
  title: string;

  @Id('会议', { optional: true })
  sessionId?: number | null;

  @WholeNumber('年度', { min: 2000, max: 2100, optional: true })
  year?: number | null;

  @Day('报送期限')
  dueOn: string;

  @Text('要求', { max: 2000, lines: true, optional: true })
  note?: string | null;
}

export class CloseFollowUpDto {
  @Text('说明', { max: 2000, lines: true, optional: true })
  note?: string | null;
}

export class StartedFollowUpDto {
  id: number;
  /** How many promises and replies were asked about. */
  asked: number;
}

export class ClosedFollowUpDto {
  id: number;
  /** How many were not answered. */
  unanswered: number;
}
