import { type Rating, RATINGS } from '../lifecycle/facts';
import { ratings } from '../lifecycle/words/terms';
import * as b from '../platform/documents/blocks';
import type { Block, OfficialDocument } from '../platform/documents/blocks';
import type { BallotPaper, Booklet } from './booklets.service';
import { isOverall } from './dimensions';
import { dayWords } from '../platform/pages/day-words';
import * as w from './meeting-words';
import { OPTIONS, optionWords } from './meeting-words';

type BookletCase = Booklet['items'][number]['cases'][number];

const PROMISE_STATES = { kept: '已兑现', open: '办理中', overdue: '逾期未兑现' };

/** The materials on every item, one after the other, as they lie before the voters. */
export function bookletDocument(booklet: Booklet): OfficialDocument {
  const { title, heldOn, objects, items, issuer } = booklet;
  const name = `${title}材料`;
  const blocks = [
    b.title(name),
    b.paragraph(`评议日期：${dayWords(heldOn)}。评议对象共 ${items.length} 项。`),
    ...items.flatMap(({ place, subject, cases }) => [
      b.heading(`${place}. ${w.objectWords(objects, subject)}`),
      ...cases.flatMap((each) => caseBlocks(each, booklet)),
    ]),
  ];
  return { name, issuer, blocks };
}

/** What lies before the voters of one case. */
export function caseBlocks(each: BookletCase, { objects, classes }: Booklet): Block[] {
  const { caseNo, subject, sponsors, leadUnits, ratings: forms, summary, promises } = each;
  const classWords = (code: string | null) =>
    code ? `${code}类，${classes.find((known) => known.code === code)?.label ?? ''}` : '未分类';
  const leads = leadUnits.map((lead) => `${lead.unit}（${classWords(lead.class)}）`);
  return [
    ...(objects === 'units' ? [b.labelled('重点提案', w.objectWords('proposals', subject))] : []),
    b.labelled('案号', caseNo === null ? '未编号' : `第${caseNo}号`),
    b.labelled('提案者', sponsors.join('、')),
    b.labelled('主办单位及办理结果', leads.join('；')),
    b.labelled('提案者反馈', feedbackWords(forms)),
    b.labelled('办理落实情况摘要', summary ? '' : '尚未编写'),
    ...b.paragraphs(summary ?? ''),
    ...promiseBlocks(promises),
  ];
}

function promiseBlocks(promises: BookletCase['promises']): Block[] {
  if (promises.length === 0) return [b.labelled('承诺事项', '无')];
  const rows = promises.map(({ text, dueOn, keptOn, state }) => {
    const done = keptOn ? `（${dayWords(keptOn)}）` : '';
    return [text, dayWords(dueOn), PROMISE_STATES[state] + done];
  });
  return [
    b.labelled('承诺事项', ''),
    { kind: 'table', head: ['承诺事项', '期限', '状态'], rows, widths: [4, 2, 2] },
  ];
}

function feedbackWords({ forms, attitude, result }: BookletCase['ratings']): string {
  if (forms === 0) return '没有收到反馈';
  const counts = (of: Record<Rating, number>) =>
    RATINGS.map((rating) => `${ratings[rating]} ${of[rating]}`).join('、');
  return `收到反馈表 ${forms} 份；办理态度：${counts(attitude)}；办理结果：${counts(result)}`;
}

/** Papers to hand out, each on a page of its own. None has a number: no paper can be told from another. */
export function ballotDocument(paper: BallotPaper): OfficialDocument {
  const name = `${paper.title}选票`;
  const pages = Array.from({ length: paper.copies }, (_, at): Block[] => [
    ...(at > 0 ? [{ kind: 'pageBreak' } as const] : []),
    ...ballotBlocks(paper, name),
  ]);
  return { name, issuer: paper.issuer, blocks: pages.flat() };
}

function ballotBlocks({ heldOn, round, objects, dimensions, items }: BallotPaper, name: string): Block[] {
  const single = isOverall(dimensions);
  const empty = OPTIONS.map(() => '');
  const rows = items.flatMap(({ place, subject }) =>
    dimensions.map(({ label }) => [
      String(place),
      w.objectWords(objects, subject),
      ...(single ? [] : [label]),
      ...empty,
    ]),
  );
  const head = [
    '序号',
    '评议对象',
    ...(single ? [] : ['评价内容']),
    ...OPTIONS.map((each) => optionWords[each]),
  ];
  return [
    b.title(name),
    b.paragraph(`${dayWords(heldOn)}，第 ${round} 轮`),
    { kind: 'table', head, rows, widths: [1, 5, ...(single ? [] : [2]), ...OPTIONS.map(() => 1.3)] },
    b.paragraph(
      '填写说明：无记名投票。每行只在一个栏内划“○”；一行都不划的视为弃权，同一行划两栏以上或者无法辨认的，该项作废。',
    ),
  ];
}
