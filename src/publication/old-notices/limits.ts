import { fault } from '../../people/faults';
import type { FieldFault } from '../../platform/web/errors';
import type { NoticeReading } from './reader/notice-reader';

const BYTES = 500_000;
const ITEMS = 200;
const LINES = 500;
const NAMES = 60;

/** What no committee ever published: a person would have to look through all of it. */
export function tooMuch(text: string, { items, pieces }: NoticeReading): FieldFault[] {
  const left = pieces.filter(({ as }) => as === 'notUnderstood').length;
  const crowded = items.find(
    ({ sponsors, leadUnits }) => sponsors.length > NAMES || leadUnits.length > NAMES,
  );
  const faults: [boolean, string, string][] = [
    [Buffer.byteLength(text) > BYTES, 'tooLong', '全文超过 500 KB，请分开导入。'],
    [items.length > ITEMS, 'tooMany', `读出 ${items.length} 条，一份公示最多 ${ITEMS} 条，请分开导入。`],
    [left > LINES, 'notANotice', `有 ${left} 处没有读懂，看来不是一份公示，请核对全文。`],
    [Boolean(crowded), 'tooMany', `第 ${crowded?.line} 行起的一条名称超过 ${NAMES} 个，请核对该处的栏目。`],
  ];
  return faults.filter(([holds]) => holds).map(([, code, message]) => fault('text', code, message));
}
