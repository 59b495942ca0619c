import { fault } from '../../people/faults';
import type { FieldFault } from '../../platform/web/errors';
import { FIELD_WORDS, WHY_WORDS } from './old-notice-words';
import type { OldNoticeDto } from './old-notices.dto';
import type { Linking } from './linking';
import type { Understanding, UnderstoodItem } from './understanding';

const SHOWN = 30;
const LONGEST = { title: 200, issuer: 100, contactAddress: 200, contactPhone: 40 } as const;

/** What a person still has to say before the notice can be taken in. */
export function questionsAbout(read: Understanding, dto: OldNoticeDto, today: string): FieldFault[] {
  return [
    ...aboutTheHead(read, today),
    ...(read.items.length === 0 ? [fault('text', 'noItems', NO_ITEMS)] : []),
    ...read.items.flatMap((item) => aboutItem(item, new Set(dto.incomplete))),
    ...aboutNames('sponsors', '提案者', read.sponsors),
    ...aboutNames('units', '承办单位', read.units),
    ...aboutLeftOvers(read, new Set(dto.leftOut)),
  ];
}

const NO_ITEMS =
  '没有读出任何条目：请核对全文是否有“案由：”“提案领衔者：”“主办单位：”“办理落实情况摘要：”等栏目。';

function aboutTheHead(read: Understanding, today: string): FieldFault[] {
  const missing = (['title', 'issuer', 'datedOn'] as const)
    .filter((field) => read[field] === null)
    .map((field) => fault(field, 'required', `文中没有读出「${FIELD_WORDS[field]}」，请填写。`));
  const long = (Object.keys(LONGEST) as (keyof typeof LONGEST)[])
    .filter((field) => [...(read[field] ?? '')].length > LONGEST[field])
    .map((field) =>
      fault('text', 'tooLong', `读出的「${FIELD_WORDS[field]}」超过 ${LONGEST[field]} 个字，请核对该行。`),
    );
  const early = read.datedOn !== null && read.datedOn > today;
  return [
    ...missing,
    ...long,
    ...(early ? [fault('datedOn', 'future', `落款日期 ${read.datedOn} 晚于今天，不是旧公示，请核对。`)] : []),
  ];
}

function aboutItem(item: UnderstoodItem, accepted: ReadonlySet<number>): FieldFault[] {
  const { place, line, subject, tag, sponsors, leadUnits, lacks } = item;
  const which = `第 ${place} 条（第 ${line} 行起）`;
  const long = [
    [...subject].length > 200 ? '案由' : '',
    [...(tag ?? '')].length > 20 ? '标注' : '',
    [...sponsors, ...leadUnits].some(({ name }) => [...name].length > 100) ? '名称' : '',
  ].filter(Boolean);
  if (lacks.includes('subject')) return [fault('text', 'noSubject', `${which}没有案由，请核对该处的栏目。`)];
  const words = lacks.map((field) => `「${FIELD_WORDS[field]}」`).join('');
  return [
    ...long.map((what) => fault('text', 'tooLong', `${which}的${what}太长，请核对该处的栏目。`)),
    ...(lacks.length > 0 && !accepted.has(place)
      ? [fault('incomplete', 'lacks', `${which}缺少${words}：请补正全文，或确认原文如此。`)]
      : []),
  ];
}

function aboutNames(field: string, kind: string, { unknown }: Linking): FieldFault[] {
  return unknown.map(({ name, candidates }) => {
    const why = candidates.length > 0 ? '可能指名录中的几个，或在当时并不有效' : '不在名录中';
    const said = `${kind}“${name.slice(0, SHOWN)}”${why}：请指明对应的${kind}，或确认照原文保留。`;
    return fault(field, candidates.length > 0 ? 'ambiguousName' : 'unknownName', said);
  });
}

function aboutLeftOvers({ pieces }: Understanding, accepted: ReadonlySet<number>): FieldFault[] {
  return pieces
    .filter(({ as, line }) => as === 'notUnderstood' && !accepted.has(line))
    .map(({ line, text, why = 'unlabelled' }) => {
      const shown = text.length > SHOWN ? `${[...text].slice(0, SHOWN).join('')}…` : text;
      return fault(
        'leftOut',
        'notUnderstood',
        `第 ${line} 行“${shown}”没有读懂（${WHY_WORDS[why]}）：请补正全文，或确认略去。`,
      );
    });
}
