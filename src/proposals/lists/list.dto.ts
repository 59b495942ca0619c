import { PROPOSAL_STAGES, type ProposalStage } from '../../lifecycle/facts';
import { Choice, Flag, Id, Text, WholeNumber } from '../../platform/web/fields';
import { PageQuery } from '../../platform/web/page.dto';

export const SORTS = ['newest', 'oldest', 'caseNo'] as const;

/** What a list of proposals is narrowed to; every part may be left out. */
export class ProposalsQuery extends PageQuery {
  @Choice('环节', PROPOSAL_STAGES, { optional: true })
  stage?: ProposalStage | null;

  @Id('会议', { optional: true })
  sessionId?: number | null;

  @Id('承办单位', { optional: true })
  unitId?: number | null;

  @Id('提案者', { optional: true })
  sponsorId?: number | null;

  @Id('交办单位', { optional: true })
  officeId?: number | null;

  @Text('类别', { max: 20, optional: true })
  category?: string | null;

  @Flag('重点提案', { optional: true })
  key?: boolean | null;

  /** Some step of the case is overdue. */
  @Flag('超期', { optional: true })
  overdue?: boolean | null;

  @WholeNumber('案号', { min: 1, max: 100_000, optional: true })
  caseNo?: number | null;

  @Text('案由包含', { max: 50, optional: true })
  subject?: string | null;

  @Choice('排序', SORTS, { optional: true })
  sort?: (typeof SORTS)[number] | null;
}

/** What somebody owes, narrowed. */
export class DeadlinesQuery extends PageQuery {
  @Flag('仅超期', { optional: true })
  overdue?: boolean | null;
}
