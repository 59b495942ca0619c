import { ratings } from '../lifecycle/words/terms';
import * as b from '../platform/documents/blocks';
import type { Block, OfficialDocument } from '../platform/documents/blocks';
import type { Announcement } from './announcements.service';
import { dayWords } from '../platform/pages/day-words';
import * as w from './meeting-words';
import { OPTIONS, optionWords } from './meeting-words';
import type { Screen } from './screens.service';
import { type Counts, validIn } from './tally';

type Item = Announcement['items'][number];

/** What is read out and handed round, with the seal at its end. */
export function announcementDocument(sheet: Announcement): OfficialDocument {
  const { title, heldOn, round, issuer, items, announcedAt } = sheet;
  const name = `${title}结果`;
  const blocks = [
    b.title(name),
    ...(announcedAt ? [] : [b.paragraph('（尚未宣布）')]),
    b.paragraph(`${dayWords(heldOn)}，第 ${round} 轮投票。${attendanceWords(sheet)}`),
    resultTable(sheet),
    ...items.flatMap((item) => tieBlocks(item, sheet)),
    ...sealBlocks(sheet),
  ];
  return { name, issuer, blocks };
}

const attendanceWords = ({ due, present, issued, collected }: Announcement) =>
  `应到 ${due} 人，计票时在场 ${present} 人；发出选票 ${issued} 张，收回 ${collected} 张。`;

function resultTable({ items, objects }: Announcement): Block {
  const options = OPTIONS.map((option) => optionWords[option]);
  const head = [
    '序号',
    '评议对象',
    ...(items.some((item) => item.dimensions) ? ['评价内容'] : []),
    ...options,
    '废票',
    '等次',
  ];
  const rows = items.flatMap((item) => {
    const object = w.objectWords(objects, item.subject);
    const line = (label: string[], counts: Counts | null) => [
      ...[String(item.place), object, ...label],
      ...OPTIONS.map((option) => String(counts?.[option] ?? 0)),
      ...[String(item.spoiled ?? 0), w.gradeWords(item.grade)],
    ];
    if (!item.dimensions) return [line([], item.counts)];
    return item.dimensions.map(({ label, weight, counts }) => line([`${label}（${weight}%）`], counts));
  });
  const widths = head.map((each) => COLUMNS[each] ?? 1.3);
  return { kind: 'table', head, rows, widths };
}

/** In proportion to the columns of figures. */
const COLUMNS: Record<string, number> = { 序号: 1, 评议对象: 4, 评价内容: 2, 等次: 1.6 };

/** A tie is allowed and said; the grade follows from the shares, not from which rating has the most votes. */
function tieBlocks({ place, tied, dimensions, counts }: Item, { objects }: Announcement): Block[] {
  const all = dimensions ?? [{ label: '', tied, counts }];
  const said = all
    .filter((each) => each.tied.length > 0)
    .map((each) => {
      const names = each.tied.map((rating) => `“${ratings[rating]}”`).join('与');
      return `第 ${place} 项${each.label ? `（${each.label}）` : ''}${names}票数相同，等次按得票比例确定。`;
    });
  const nobody = all.every((each) => !each.counts || validIn(each.counts) === each.counts.abstained);
  const what = objects === 'units' ? '该单位' : '该提案';
  return [...said, ...(nobody ? [`第 ${place} 项没有人作出评价，${what}未产生结果。`] : [])].map(b.paragraph);
}

const INTACT = '与计票时封存的一致。';
const BROKEN = '与计票时封存的不一致，本表所据的记录在计票之后被改动过，请立即核查！';

function sealBlocks({ seal }: Announcement): Block[] {
  const { hash, text, intact, historyId, algorithm } = seal;
  if (hash === null) return [];
  return [
    b.heading('封存与核对'),
    b.paragraph(
      `计票结束时，下列计票单的 ${algorithm} 值已封存在办理记录第 ${historyId} 条，任何人都可以重新计算核对。${intact ? INTACT : BROKEN}`,
    ),
    b.labelled('封存值', hash),
    b.labelled('计票单', text),
  ];
}

/** For the hall: how many, never what. */
export function screenBlocks(screen: Screen): Block[] {
  const { title, stageWord, round, ballots, shut, due, present, issued, papers, voted } = screen;
  const state = shut ? '已停止投票，正在计票' : stageWord;
  const rows = [
    ['应到', due],
    ['到会', present],
    ['发出选票', issued],
    ...(ballots === 'electronic' ? [] : [['领取纸质选票', papers]]),
    ...(ballots === 'paper' ? [] : [['已电子投票', voted]]),
  ].map((row) => row.map(String));
  return [
    b.title(title),
    b.paragraph(`第 ${round} 轮：${state}`),
    { kind: 'table', head: ['项目', '人数'], rows },
  ];
}
