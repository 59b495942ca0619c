import { type Actor, type Hat, wears } from '../../lifecycle/people';
import type { IconName } from '../../platform/pages/icon';

/** A place of the site, for whoever wears one of its hats. */
export interface Place {
  readonly href: string;
  readonly label: string;
  readonly icon: IconName;
  readonly hats: readonly Hat[];
}

const CASEWORKERS: readonly Hat[] = [
  ...(['sponsor', 'committee', 'director', 'assigningOffice'] as const),
  ...(['unitHandler', 'unitLeader', 'standingCommittee', 'office', 'auditor'] as const),
];
const EVERYBODY: readonly Hat[] = [...CASEWORKERS, 'teller', 'administrator'];
const STAFF: readonly Hat[] = ['committee', 'director'];

/** The navigation, in the order of the day's work and of a proposal's life. */
export const PLACES: readonly Place[] = [
  { href: '/', label: '我的待办', icon: 'home', hats: EVERYBODY },
  { href: '/inbox', label: '消息', icon: 'bell', hats: EVERYBODY },
  { href: '/proposals', label: '提案', icon: 'list', hats: CASEWORKERS },
  { href: '/search', label: '检索', icon: 'search', hats: CASEWORKERS },
  { href: '/desk/writing', label: '我的提案', icon: 'file-text', hats: ['sponsor'] },
  { href: '/do/proposals', label: '撰写提案', icon: 'file-plus', hats: ['sponsor', 'committee'] },
  { href: '/desk/examination', label: '审查', icon: 'eye', hats: STAFF },
  { href: '/desk/merging', label: '并案', icon: 'arrows-join', hats: ['committee'] },
  { href: '/desk/hand-over', label: '交办', icon: 'send', hats: STAFF },
  { href: '/desk/urging', label: '催办', icon: 'clock', hats: ['committee'] },
  { href: '/desk/routing', label: '分办', icon: 'git-branch', hats: ['assigningOffice'] },
  { href: '/desk/unit', label: '承办', icon: 'building', hats: ['unitHandler', 'unitLeader'] },
  {
    href: '/desk/promises',
    label: '承诺事项',
    icon: 'check',
    hats: [...STAFF, 'unitHandler', 'unitLeader', 'auditor'],
  },
  {
    ...{ href: '/evaluations', label: '民主评议', icon: 'scale' },
    hats: [...STAFF, 'standingCommittee', 'teller', 'office', 'auditor'],
  },
  { href: '/desk/notices', label: '公示', icon: 'world', hats: [...STAFF, 'office', 'auditor'] },
  { href: '/desk/comments', label: '公众留言', icon: 'message', hats: ['committee', 'auditor'] },
  { href: '/dashboard', label: '统计', icon: 'chart-bar', hats: EVERYBODY },
  { href: '/desk/calendar', label: '放假安排', icon: 'calendar', hats: ['committee', 'administrator'] },
  { href: '/people', label: '人员与机构', icon: 'users', hats: ['committee', 'administrator'] },
  { href: '/accounts', label: '账号', icon: 'user', hats: ['administrator', 'auditor'] },
  { href: '/system', label: '系统', icon: 'shield', hats: ['administrator', 'auditor'] },
];

export const placesOf = (actor: Actor): Place[] =>
  PLACES.filter(({ hats }) => hats.some((hat) => wears(actor, hat)));

/** Whether the navigation leads somebody there: other pages link to such a place for nobody else. */
export const isPlaceOf = (actor: Actor, href: string): boolean =>
  placesOf(actor).some((place) => place.href === href);
