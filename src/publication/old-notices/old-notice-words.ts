import type { OldNoticeStage } from '../../proposals/entities/old-notice.entity';
import type { Doubt } from './reader/doubts';
import type { Field, HeadField, Why } from './reader/pieces';

export const STAGE_WORDS: Record<OldNoticeStage, string> = {
  waiting: '待确认',
  confirmed: '已确认',
  rejected: '已退回',
};

export const ACTION_WORDS: Record<string, string> = {
  import: '导入旧公示',
  confirm: '确认旧公示',
  reject: '退回旧公示',
};

export const FIELD_WORDS: Record<Field | HeadField | 'title', string> = {
  title: '标题',
  issuer: '发布单位',
  datedOn: '落款日期',
  contactAddress: '来信地址',
  contactPhone: '联系电话',
  subject: '案由',
  tag: '标注',
  sponsors: '提案领衔者',
  leadUnits: '主办单位',
  summary: '办理落实情况摘要',
};

export const WHY_WORDS: Record<Why, string> = {
  unlabelled: '看不出属于哪一栏',
  noPlace: '公示没有这一栏',
  repeated: '前面已有这一栏',
  behindTheTag: '案由和标注之后的文字',
  noDay: '不是日期',
  heading: '分节标题',
  beforeItems: '落款之后、第一条之前的文字',
};

export const DOUBT_WORDS: Record<Doubt['code'], string> = {
  broken: '上一段没有句末标点，这一行可能是同一句话被空行断开；如是，请接到上一段',
  tagWithoutMarks: '案由没有书名号，末尾括号按标注读',
  splitAtBlanks: '名称之间只有空格，按空格分开',
};
