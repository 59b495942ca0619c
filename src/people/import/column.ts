import { isDay } from '../../platform/clock/calendar';
import type { Cell } from '../../platform/spreadsheet/cell';

/** One column of a roster: how people head it, and which field of the draft it fills. */
export interface Column {
  field: string;
  header: string;
  /** Other headings people use. */
  also?: string[];
  required?: boolean;
  /** What its cells hold: text unless said otherwise. */
  kind?: 'day' | 'flag' | 'list';
  example: string;
  hint: string;
}

/** What a cell was understood as, or what is wrong with it and what to do. */
export type Understood = { value: unknown; shown: string } | { code: string; message: string };

const TROUBLES: Record<NonNullable<Cell['trouble']>, string> = {
  error: '单元格是公式错误，请改正公式，或直接填写结果。',
  uncalculated: '单元格的公式没有计算结果，请在 Excel 中重新计算并保存，或直接填写结果。',
  merged: '单元格与左侧的列合并，无法判断内容属于哪一列，请取消合并后分别填写。',
};
const YES = ['是', '√', '✓', 'true', '1', 'y', 'yes'];
const NO = ['否', '×', 'x', 'false', '0', 'n', 'no'];

export function understand({ header, kind }: Column, cell: Cell): Understood {
  if (cell.trouble) return { code: cell.trouble, message: `「${header}」的${TROUBLES[cell.trouble]}` };
  if (kind === 'day') return asDay(header, cell);
  if (kind === 'flag') return asFlag(header, cell.text);
  if (kind === 'list') return asList(cell.text);
  return { value: cell.text, shown: cell.text };
}

function asDay(header: string, cell: Cell): Understood {
  const day = cell.day ?? dayIn(cell.text);
  if (day && isDay(day)) return { value: day, shown: day };
  return {
    code: 'notADay',
    message: `「${header}」不是日期，请写成 2022-01-10、2022/1/10 或 2022年1月10日。`,
  };
}

function dayIn(text: string): string | undefined {
  const [date] = text
    .normalize('NFKC')
    .replace(/\s*([-/.年月日])\s*/g, '$1')
    .split(/[\sT]/);
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(date) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(date);
  return parts
    ?.slice(1)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

function asFlag(header: string, text: string): Understood {
  const answer = text.normalize('NFKC').toLowerCase();
  if (YES.includes(answer)) return { value: true, shown: '是' };
  if (NO.includes(answer)) return { value: false, shown: '否' };
  return { code: 'notAFlag', message: `「${header}」请填“是”或“否”。` };
}

function asList(text: string): Understood {
  const value = text
    .split(/[、，,；;\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
  return { value, shown: value.join('、') };
}
