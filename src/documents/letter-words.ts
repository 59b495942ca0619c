import type { ReplyClass } from '../lifecycle/facts';
import { type Block, heading, linesOf, paragraph } from '../platform/documents/blocks';
import { dayOf } from '../platform/clock/calendar';
import { dayWords } from '../platform/pages/day-words';
import { chineseNumber } from '../proposals/citation';
import type { Addressee, PaperCase } from './paper-case';

const MOST_NAMED = 8;

/** 王一文委员、经济界： in the order of the sponsors; of very many the first, and how many they are. */
export function salutation(to: readonly Addressee[]): string {
  const called = to.map(({ name, person }) => (person ? `${name}委员` : name));
  if (called.length === 0) return '提案者：';
  return called.length > MOST_NAMED ? `${called[0]}等${called.length}位提案者：` : `${called.join('、')}：`;
}

const PREFIX = '政协';

/** 温岭市 of 政协温岭市; empty where the committee is called otherwise. */
const placeOf = (committeeName: string): string =>
  committeeName.startsWith(PREFIX) ? committeeName.slice(PREFIX.length) : '';

/** As a unit signs: 市交通运输局 is 温岭市交通运输局, 市委组织部 is 中共温岭市委组织部; other names are whole already. */
export function fullUnitName(committeeName: string, unitName: string): string {
  const place = placeOf(committeeName);
  const level = place.at(-1);
  if (!level || !unitName.startsWith(level)) return unitName;
  const whole = place + unitName.slice(1);
  return unitName.startsWith(`${level}委`) ? `中共${whole}` : whole;
}

/** 市政协 of 政协温岭市, as those of the place call it. */
export const shortCommittee = (committeeName: string): string =>
  `${placeOf(committeeName).at(-1) ?? ''}${PREFIX}`;

/** 提案委 under its full name, as it signs. */
export const proposalCommittee = (committeeName: string): string => `${committeeName}委员会提案委员会`;

/** 十五届一次会议 */
export const sessionWords = (term: number, session: number): string =>
  `${chineseNumber(term)}届${chineseNumber(session)}次会议`;

/** 市政协十五届一次会议第12号（含第15号、第18号）提案 */
export function caseWords({ dossier, handling }: PaperCase): string {
  const { termNumber, sessionNumber, caseNo, family } = dossier;
  const others = family.followers.flatMap((follower) => follower.caseNo ?? []);
  const merged = others.length > 0 ? `（含${others.map((number) => `第${number}号`).join('、')}）` : '';
  const session = sessionWords(termNumber, sessionNumber);
  return `${shortCommittee(handling.committee.name)}${session}第${caseNo}号${merged}提案`;
}

/** 关于…的答复, in two lines that do not part the number from its case. */
export const titleAbout = (paper: PaperCase, before: string, after: string): string =>
  `${before}${caseWords(paper)}${after}`.replace('次会议第', '次会议\n第');

/** A类（已经解决或基本解决）, with the words of the settings. */
export function classLabel({ handling }: PaperCase, code: ReplyClass | null): string {
  const label = handling.classes.find((known) => known.code === code)?.label;
  return code ? `${code}类${label ? `（${label}）` : ''}` : '（类别待定）';
}

/** The day of a stored moment in words; where there is none yet, room to write it by hand. */
export const dayOfMoment = (moment: string | null): string =>
  moment ? dayWords(dayOf(moment)) : '　　年　月　日';

/** Whom to ask, below the day, as far as it is known. */
export function contactBlocks(person: string | null, phone: string | null): Block[] {
  const parts = [...(person ? [`联系人：${person}`] : []), ...(phone ? [`联系电话：${phone}`] : [])];
  return parts.length > 0 ? [paragraph(`（${parts.join('，')}）`)] : [];
}

const NUMBERED = /^[一二三四五六七八九十]{1,3}、/;
const LONGEST_HEADING = 27;

/** Point by point: a short line that begins with 一、 is a heading, as official documents have it. */
export const bodyBlocks = (text: string): Block[] =>
  linesOf(text).map((line) =>
    NUMBERED.test(line) && [...line].length <= LONGEST_HEADING && !/[。；：，]$/.test(line)
      ? heading(line)
      : paragraph(line),
  );
