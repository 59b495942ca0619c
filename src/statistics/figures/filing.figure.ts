import type { Counted } from '../../proposals/lists/counted';
import { type Figure, STAFF } from '../figure';

const LINES: readonly (readonly [key: Counted, label: string, of: Counted])[] = [
  ['received', '收到', 'received'],
  ['filed', '立案（并案计入）', 'received'],
  ['merged', '其中并案', 'filed'],
  ['cases', '立案（并案合为一件）', 'received'],
  ['notFiled', '不予立案', 'received'],
  ['withdrawn', '撤案', 'received'],
  ['pending', '待审查或退回修改', 'received'],
  ['replied', '已答复', 'cases'],
];

/** Filing with merged proposals counted both ways, and what has been replied to. */
export const filing: Figure = {
  title: '立案情况',
  basis: '立案、不予立案、撤案、待审查／收到；并案／立案；已答复／立案的案件（并案合为一件）',
  unit: '件',
  readers: STAFF,
  plan: () => LINES.map(([key, label, of]) => ({ key, label, list: { counted: key }, of: { counted: of } })),
};
