import type { ClockName } from '../clocks';
import type { Lack, Mode, Outcome, Rating, ReplyClass, Signature, UnitRole } from '../facts';
import type { Audience, Hat, Side } from '../people';

export const hats: Record<Hat, string> = {
  sponsor: '提案者',
  committee: '提案委工作人员',
  director: '提案委主任',
  assigningOffice: '交办单位',
  unitHandler: '承办单位经办人',
  unitLeader: '承办单位分管领导',
  standingCommittee: '常委会组成人员',
  teller: '监票人',
  office: '政协办公室',
  administrator: '系统管理员',
  auditor: '审计',
};

export const clockWords: Record<ClockName, string> = {
  submit: '提交提案',
  cosign: '答复联名邀请',
  examine: '审查提案',
  confirmExamination: '复核审查意见',
  revise: '修改后重新提交',
  mergeConsent: '答复并案征询',
  decideWithdrawal: '决定撤案申请',
  handOver: '交办',
  route: '分办到承办单位',
  acknowledge: '签收',
  returnWindow: '可申请退办',
  decideReturn: '决定退办申请',
  decideAdd: '决定增办申请',
  firstContact: '首次联系提案者',
  coOpinion: '出具会办意见',
  reply: '答复提案者',
  replyRound2: '二次答复提案者',
  decideExtension: '决定延期申请',
  countersign: '会签答复',
  audit: '审核答复',
  issueReply: '签发答复',
  feedback: '反馈满意度',
  confirmRehandling: '决定是否二次办理',
  conclude: '办结提案',
  promise: '兑现承诺',
  decideCarryOver: '决定承诺结转申请',
  followUp: '报送回头看情况',
  secondFeedback: '二次测评',
  answerUrging: '答复催办请求',
  archive: '归档',
  holdEvaluation: '召开评议会议',
  prepareNotice: '编制公示',
  approveNotice: '审批公示',
  publish: '发布公示',
};

export const audienceWords: Record<Audience, string> = {
  sponsors: '全体提案者',
  leadSponsor: '第一提案者',
  asked: '被征询的提案者',
  urger: '请求催办的提案者',
  committee: '提案委',
  director: '提案委主任',
  assigningOffice: '交办单位',
  unit: '承办单位',
  units: '各承办单位',
  leadUnits: '主办单位',
  office: '政协办公室',
  voters: '投票人',
  tellers: '监票人',
  owers: '期限责任人',
  administrator: '系统管理员',
};

/** Who did what the history keeps secret. */
export const SECRET_ACTOR = '投票人';

export const modes: Record<Mode, string> = { sole: '单办', joint: '会办', separate: '分办' };
export const unitRoles: Record<UnitRole, string> = { lead: '主办', coHandler: '会办' };
export const outcomes: Record<Outcome, string> = { file: '立案', return: '退回修改', notFile: '不予立案' };
export const ratings: Record<Rating, string> = {
  satisfied: '满意',
  basicallySatisfied: '基本满意',
  dissatisfied: '不满意',
};
export const signatures: Record<Signature, string> = {
  invited: '待答复',
  agreed: '已同意',
  declined: '已谢绝',
  lapsed: '已失效',
};
export const lackWords: Record<Lack, string> = {
  reply: '尚未答复，或正在重新办理',
  evaluation: '重点提案尚未经常委会民主评议',
  summary: '尚未编写本轮办理的落实情况摘要',
  withheld: '公开范围为不公开',
  secrecyReview: '尚未定密审查，或审查后公开的内容有变',
  secret: '定密审查的结论是不宜公开',
  hitsUndecided: '有疑似个人信息尚未决定保留、遮盖或删去',
  personalDataCheck: '摘要尚未检查个人信息',
  objected: '有一方不同意公开',
  consent: '第一提案者、主办单位和提案委尚未都同意公开',
};
export const classWords: Record<ReplyClass, string> = { A: 'A类', B: 'B类', C: 'C类' };

/** How a unit met a sponsor (面商). */
export const consultationModes = {
  discussion: '座谈',
  visit: '走访',
  phone: '电话',
  siteVisit: '实地调研',
  video: '视频',
  other: '其他',
} as const;

/** What a first sponsor says when asked to merge. */
export const mergeAnswers = { agreed: '同意并案', objected: '不同意并案' } as const;

/** Whether the sponsor wants it published. */
export const publicityWishes = { open: '可以全文公开', summary: '只公开摘要', none: '不公开' } as const;

/** Whether the unit would have its reply published. */
export const publicities = { full: '全文公开', summary: '公开摘要', none: '不公开' } as const;

/** How things stand, as a follow-up hears. */
export const situations = { done: '已落实', underWay: '正在推进', delayed: '推进迟缓' } as const;

export const sideWords: Record<Side, string> = {
  sponsors: '提案者',
  committee: '提案委',
  assigningOffice: '交办单位',
  units: '承办单位',
};
