import { actionWord } from '../../lifecycle/words/words';
import type { MachineName } from '../../lifecycle/rule';
import type { Deed } from './deed-catalogue';

const MACHINE_OF: Record<string, MachineName> = {
  proposals: 'proposal',
  assignments: 'assignment',
  evaluations: 'evaluation',
  notices: 'publication',
};

// What is no action of a table; and what reads better as a heading than the table's word.
const WORDS: Record<string, string> = {
  'POST proposals': '起草提案',
  'PUT proposals/:id/text': '修改提案',
  'POST proposals/:id/attachments': '添加附件',
  'DELETE proposals/:id/attachments/:attachmentId': '移除附件',
  'POST proposals/:id/feedback-scans': '上传反馈表扫描件',
  'POST proposals/:id/rate-again': '二次测评',
  'POST evaluations': '安排评议会议',
  'PUT evaluations/:id/agenda': '调整议程',
  'POST notices': '编制公示',
  'PUT notices/:id': '修改公示',
  'POST accounts': '新建账号',
  'POST accounts/:id/deactivate': '停用账号',
  'POST accounts/:id/activate': '恢复账号',
  'POST accounts/:id/reset-password': '重置密码',
  'POST accounts/:id/unlock': '解除登录等待',
  'POST accounts/:id/hats': '授予身份',
  'DELETE accounts/:id/hats/:hatId': '收回身份',
  'POST me/password': '修改密码',
  'POST me/tokens': '新建接口令牌',
  'DELETE me/tokens/:id': '吊销接口令牌',
  'PUT me/notifications': '设置通知方式',
  'POST me/notifications/verify': '确认邮箱',
  'POST me/notifications/code': '发送邮箱验证码',
  'POST me/searches': '保存检索条件',
  'DELETE me/searches/:id': '删除检索条件',
  'POST me/calendar-feed': '生成日历订阅地址',
  'DELETE me/calendar-feed': '停用日历订阅地址',
  'POST me/views': '保存常用筛选',
  'PUT me/views/:id': '常用筛选改名',
  'DELETE me/views/:id': '删除常用筛选',
  'POST inbox/read': '全部标为已读',
  'POST inbox/:id/read': '标为已读',
  'POST deliveries/:id/retry': '重新发送',
  'POST deliveries/:id/cancel': '取消发送',
  'POST proposals/:id/judge-likeness': '认定是否同一问题',
  'POST similar/hints': '查找相近提案',
  'POST examination/file': '批量立案',
  'POST examination/recommend': '批量初审',
  'POST assignment/hand-over': '批量交办',
  'POST assignment/assign': '批量分办',
  'POST sponsors': '新增提案单位',
  'PUT sponsors/:id': '修改提案单位',
  'POST sponsors/:id/end': '终止提案单位',
  'POST sponsors/:id/reopen': '撤销终止',
  'POST sponsors/:id/aliases': '添加别名',
  'DELETE sponsors/:id/aliases/:aliasId': '删除别名',
  'POST sponsor-kinds': '新增提案者类别',
  'PUT sponsor-kinds/:code': '修改提案者类别',
  'POST units': '新增承办单位',
  'PUT units/:id': '修改承办单位',
  'POST units/:id/end': '终止承办单位',
  'POST units/:id/reopen': '撤销终止',
  'POST units/:id/aliases': '添加别名',
  'DELETE units/:id/aliases/:aliasId': '删除别名',
  'POST terms': '新增届',
  'PUT terms/:id': '修改届',
  'POST sessions': '新增会议',
  'PUT sessions/:id': '修改会议',
  'POST members': '新增委员',
  'PUT members/:id': '修改委员',
  'POST members/:id/end': '委员离任',
  'POST members/:id/reopen': '撤销离任',
  'POST members/import': '导入委员名册',
  'POST units/import': '导入承办单位',
  'POST offices': '新增交办单位',
  'PUT offices/:id': '修改交办单位',
  'POST calendar/days/preview': '预览单日调整',
  'POST calendar/days': '调整单日',
  'POST calendar/years/preview': '预览年度放假安排',
  'POST calendar/years': '载入年度放假安排',
  'POST old-notices/preview': '读入往年公示（预览）',
  'POST old-notices': '提交往年公示',
  'POST old-notices/:id/confirm': '确认往年公示',
  'POST old-notices/:id/reject': '退回往年公示',
  'POST comments/:id/release': '公开留言',
  'POST comments/:id/refuse': '不予公开留言',
  'POST comments/:id/answer': '回复留言',
  'POST assignments/:id/promises/:promiseId/attachments': '上传落实佐证',
  'POST assignments/:id/progress/:reportId/attachments': '上传进展附件',
  'POST follow-ups': '发起回头看',
  'POST follow-ups/:id/close': '结束回头看',
};

const camel = (verb: string): string => verb.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** What a deed is called on buttons, headings and in messages. */
export function deedWord({ key, pattern }: Pick<Deed, 'key' | 'pattern'>): string {
  if (WORDS[key]) return WORDS[key];
  const machine = MACHINE_OF[pattern.split('/')[0]];
  const verb = camel(
    pattern
      .split('/')
      .filter((part) => !part.startsWith(':'))
      .at(-1) ?? '',
  );
  return machine ? actionWord(machine, verb) : verb;
}

/** The address of a deed's page; `verb` is the action's name in its table. */
export const deedPath = (
  subject: 'proposals' | 'assignments' | 'evaluations' | 'notices',
  id: number,
  verb: string,
) => `/do/${subject}/${id}/${verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
