import type { AssignmentStage, EvaluationStage, ProposalStage, PublicationStage } from '../facts';
import type { MachineName } from '../rule';

/** What people read. A stage without a word does not compile. */
export const proposalStages: Record<ProposalStage, string> = {
  draft: '草稿',
  submitted: '待审查',
  returned: '退回修改',
  filed: '已立案',
  handedOver: '已交办',
  handling: '办理中',
  replied: '已答复',
  concluded: '已办结',
  archived: '已归档',
  notFiled: '不予立案',
  withdrawn: '已撤案',
  merged: '已并案',
};

export const assignmentStages: Record<AssignmentStage, string> = {
  pending: '待签收',
  accepted: '已签收',
  drafting: '起草答复',
  countersigning: '会签中',
  auditing: '审核中',
  issued: '已答复',
  opinionGiven: '已出会办意见',
  returnRequested: '申请退办',
  released: '已解除承办',
};

export const evaluationStages: Record<EvaluationStage, string> = {
  planned: '筹备',
  opened: '投票中',
  closed: '已收票',
  announced: '已宣布',
  cancelled: '已取消',
};

export const publicationStages: Record<PublicationStage, string> = {
  composing: '编制中',
  prepared: '待审批',
  approved: '待发布',
  issued: '已发布',
  takenDown: '已撤下',
  discarded: '已作废',
};

export const machines: Record<MachineName, string> = {
  proposal: '提案',
  assignment: '承办任务',
  evaluation: '民主评议',
  publication: '公示',
};

/** How the calendar stands after an entry of the history. */
export const calendarStages = { inForce: '已生效', missing: '尚未载入' };

/** How a comment of the public stands. */
export const commentStages = { held: '待审核', released: '已公开', refused: '不予公开' };
