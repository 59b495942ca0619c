import { MAKE_UP } from '../../lifecycle/calendar-changes';
import type { Arrangement } from '../../lifecycle/calendar-faults';
import { isDay } from '../../lifecycle/days';
import { dayOfParts, type LineFault, lineFault, type Listed, noSuchDay, type Reading } from './listed';

const COLUMNS: Record<string, 'day' | 'kind' | 'name'> = {
  day: 'day',
  kind: 'kind',
  name: 'name',
  日期: 'day',
  类型: 'kind',
  名称: 'name',
};
const KINDS: Record<string, Arrangement['kind']> = {
  off: 'off',
  休: 'off',
  放假: 'off',
  worked: 'worked',
  班: 'worked',
  上班: 'worked',
};
const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const LONGEST_NAME = 40;

type Row = Partial<Record<'day' | 'kind' | 'name', string>>;

/** Reads a table of the columns day, kind and name (日期, 类型, 名称), as spreadsheet programs write it. */
export function readCsv(content: string): Reading {
  const lines = content
    .normalize('NFKC')
    .replace(/^\ufeff/, '')
    .split('\n');
  const separator = ['\t', ';', ','].find((each) => lines[0].includes(each)) ?? ',';
  const heading = cellsOf(lines[0], separator).map((cell) => columnOf(cell));
  if (!heading.includes('day') || !heading.includes('kind'))
    return { listed: [], unread: [], faults: [noHeading()] };
  const listed: Listed[] = [];
  const faults: LineFault[] = [];
  lines.slice(1).forEach((text, index) => {
    const line = index + 2;
    const cells = cellsOf(text, separator);
    if (cells.every((cell) => cell === '')) return;
    const row: Row = Object.fromEntries(heading.map((column, at) => [column, cells[at] ?? '']));
    const wrong = faultOf(row, line);
    if (wrong) faults.push(wrong);
    else listed.push(listedIn(row, line));
  });
  return { listed, faults, unread: [] };
}

const columnOf = (cell: string) =>
  Object.hasOwn(COLUMNS, cell.toLowerCase()) ? COLUMNS[cell.toLowerCase()] : '';
const kindOf = (cell = '') =>
  Object.hasOwn(KINDS, cell.toLowerCase()) ? KINDS[cell.toLowerCase()] : undefined;

function dayIn(cell = ''): string | undefined {
  const parts = DAY.exec(cell)?.slice(1).map(Number);
  return parts && dayOfParts(parts[0], parts[1], parts[2]);
}

function faultOf({ day = '', kind = '', name = '' }: Row, line: number): LineFault | undefined {
  const found = dayIn(day);
  if (!found) return lineFault(line, 'noDay', `“${shortened(day)}”不是日期，请写成 2026-01-01 的形式。`);
  if (!isDay(found)) return noSuchDay(line, found);
  if (!kindOf(kind))
    return lineFault(line, 'noKind', `类型“${shortened(kind)}”看不懂，请填“休”或“班”（off 或 worked）。`);
  if (name.length > LONGEST_NAME)
    return lineFault(line, 'longName', `名称最多 ${LONGEST_NAME} 个字，请缩短。`);
  if (name === '' && kindOf(kind) === 'off')
    return lineFault(line, 'noName', '放假的日子需要名称，请填写节日名称，如“元旦”。');
  return undefined;
}

function listedIn({ day, kind, name }: Row, line: number): Listed {
  const on = dayIn(day) as string;
  const what = kindOf(kind) as Arrangement['kind'];
  return { line, kind: what, from: on, to: on, name: name || MAKE_UP };
}

/** The cells of one line; a quote inside quotes is written twice. */
function cellsOf(text: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"' && quoted && text[at + 1] === '"') at += 1;
    else if (text[at] === '"') {
      quoted = !quoted;
      continue;
    } else if (text[at] === separator && !quoted) {
      cells.push('');
      continue;
    }
    cells[cells.length - 1] += text[at];
  }
  return cells.map((cell) => cell.trim());
}

const shortened = (text: string): string => (text.length > 20 ? `${text.slice(0, 20)}…` : text);

const noHeading = (): LineFault =>
  lineFault(1, 'noHeading', '第一行应为表头“日期,类型,名称”（或 day,kind,name），请补上后重试。');
