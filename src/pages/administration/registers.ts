import { dayTimeWords } from '../../platform/pages/day-words';
import type { DirectoryRow, RegisterName } from './directory-rows';

/** Names of rows elsewhere, by register and number, for columns that refer to them. */
export type NameOf = (register: RegisterName, id: unknown) => string;

export interface RegisterColumn {
  readonly key: string;
  readonly label: string;
  readonly words?: (row: DirectoryRow, nameOf: NameOf) => string;
}

export interface RegisterView {
  readonly title: string;
  /** What the register is for, and when one adds to it. */
  readonly about: string;
  readonly columns: readonly RegisterColumn[];
  /** Rows end and may be reopened. */
  readonly ends?: boolean;
  readonly aliases?: boolean;
  readonly imports?: boolean;
  readonly searchable?: boolean;
}

const yes = (value: unknown): string => (value ? '是' : '否');
const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));
const valid: RegisterColumn = {
  key: 'validFrom',
  label: '有效期',
  words: ({ validFrom, validTo }) => `${text(validFrom)} 至 ${text(validTo) || '今'}`,
};

export const REGISTER_VIEWS: Readonly<Record<RegisterName, RegisterView>> = {
  members: {
    ...{
      title: '委员',
      about: '每届委员各有一行；连任的委员在新一届另列。',
      ends: true,
      imports: true,
      searchable: true,
    },
    columns: [
      { key: 'name', label: '姓名' },
      { key: 'number', label: '委员证号' },
      { key: 'termId', label: '届', words: ({ termId }, nameOf) => nameOf('terms', termId) },
      {
        key: 'sectorSponsorId',
        label: '界别',
        words: (row, nameOf) => nameOf('sponsors', row.sectorSponsorId),
      },
      { key: 'standingCommittee', label: '常委', words: ({ standingCommittee }) => yes(standingCommittee) },
      { key: 'phone', label: '联系电话' },
      valid,
    ],
  },
  sponsors: {
    ...{
      title: '提案者',
      about: '界别、专委会、联络组、人民团体等提案单位，以及委员本人。',
      ends: true,
      aliases: true,
      searchable: true,
    },
    columns: [
      { key: 'name', label: '名称' },
      { key: 'kindCode', label: '类别', words: ({ kindCode }, nameOf) => nameOf('sponsor-kinds', kindCode) },
      { key: 'aliases', label: '别名', words: aliasWords },
      { key: 'contactName', label: '联系人' },
      { key: 'contactPhone', label: '联系电话' },
      valid,
    ],
  },
  units: {
    ...{ title: '承办单位', about: '机构改革后改名的单位请“终止”旧名并新增新名，旧案保留旧名。', ends: true },
    ...{ aliases: true, imports: true, searchable: true },
    columns: [
      { key: 'name', label: '名称' },
      { key: 'kind', label: '类别' },
      { key: 'officeId', label: '交办单位', words: ({ officeId }, nameOf) => nameOf('offices', officeId) },
      { key: 'aliases', label: '别名', words: aliasWords },
      { key: 'contactName', label: '联系人' },
      { key: 'contactPhone', label: '联系电话' },
      valid,
    ],
  },
  offices: {
    ...{ title: '交办单位', about: '把提案分给承办单位的机关，如市委办、市府办督查室。', searchable: true },
    columns: [
      { key: 'name', label: '名称' },
      { key: 'kind', label: '类别' },
    ],
  },
  terms: {
    ...{ title: '届', about: '政协的届次，换届时新增。' },
    columns: [
      { key: 'name', label: '届' },
      { key: 'fromDay', label: '起始日期' },
      { key: 'toDay', label: '届满日期' },
    ],
  },
  sessions: {
    ...{ title: '会议', about: '全体会议：提案截止时间之后提交的为平时提案；统一答复期限可以留空。' },
    columns: [
      {
        key: 'number',
        label: '会议',
        words: ({ termId, number }, nameOf) => `${nameOf('terms', termId)}第${text(number)}次会议`,
      },
      { key: 'opensOn', label: '开幕' },
      { key: 'closesOn', label: '闭幕' },
      {
        key: 'submissionDeadline',
        label: '提案截止',
        words: (row) => dayTimeWords(text(row.submissionDeadline)),
      },
      { key: 'replyBy', label: '统一答复期限' },
      { key: 'caseNoLast', label: '已用案号至' },
    ],
  },
  'sponsor-kinds': {
    ...{ title: '提案者类别', about: '类别决定是否集体提案、是否要召集人签署、闭会期间能否提交。' },
    columns: [
      { key: 'name', label: '类别' },
      { key: 'collective', label: '集体提案', words: ({ collective }) => yes(collective) },
      { key: 'needsConvener', label: '须召集人签署', words: ({ needsConvener }) => yes(needsConvener) },
      { key: 'betweenSessions', label: '可提平时提案', words: ({ betweenSessions }) => yes(betweenSessions) },
    ],
  },
};

function aliasWords({ aliases }: DirectoryRow): string {
  return ((aliases ?? []) as { name: string }[]).map(({ name }) => name).join('、');
}
