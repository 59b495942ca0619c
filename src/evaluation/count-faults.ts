import type { EvaluationFacts } from '../lifecycle/facts';
import { fault } from '../people/faults';
import type { FieldFault } from '../platform/web/errors';
import type { Dimension } from '../proposals/entities/evaluation.entity';
import { CHOICES } from './ballot-paper';
import { OVERALL } from './dimensions';
import type { CountDto, DimensionCountDto } from './evaluation.dto';

/** What no count can be, whoever has counted. More collected than issued can be: it voids the round. */
export function countFaults(
  { itemId, issued, collected, spoiled, marks }: CountDto,
  dimensions: readonly Dimension[],
  { papers, paperCounts }: EvaluationFacts,
): FieldFault[] {
  const known = paperCounts.some((item) => item.itemId === itemId);
  const codes = dimensions.map(({ code }) => code);
  const handedOut = `「发出票数」与领票登记（${papers.length} 张）不符，请先清点核对。`;
  return [
    ...(known ? [] : [fault('itemId', 'notOnAgenda', '此项不在本次评议的议程上，请刷新后重试。')]),
    ...(issued === papers.length ? [] : [fault('issued', 'notAsHandedOut', handedOut)]),
    ...(spoiled <= collected ? [] : [fault('spoiled', 'tooMany', '「废票」不能多于「收回票数」，请核对。')]),
    ...marks.flatMap((mark, at) => markFaults(mark, `marks.${at}`, marks, codes, collected - spoiled)),
    ...codes
      .filter((code) => !marks.some((mark) => codeOf(mark) === code))
      .map((code) => fault('marks', 'missing', `缺少“${labelOf(dimensions, code)}”的计票，请补齐。`)),
  ];
}

function markFaults(
  mark: DimensionCountDto,
  field: string,
  all: readonly DimensionCountDto[],
  codes: readonly string[],
  valid: number,
): FieldFault[] {
  const code = codeOf(mark);
  if (!codes.includes(code)) return [fault(`${field}.dimension`, 'unknown', '没有这一评价维度，请核对。')];
  if (all.find((each) => codeOf(each) === code) !== mark)
    return [fault(`${field}.dimension`, 'repeated', '同一维度只能录入一次，请核对。')];
  const sum = CHOICES.reduce((total, choice) => total + mark[choice], 0);
  if (sum === valid || valid < 0) return [];
  const message = `各选项票数之和为 ${sum}，应等于收回票数减废票（${valid}）；未划的计入弃权。`;
  return [fault(field, 'doesNotAddUp', message)];
}

const codeOf = ({ dimension }: DimensionCountDto): string => dimension ?? OVERALL.code;
const labelOf = (dimensions: readonly Dimension[], code: string) =>
  dimensions.find((each) => each.code === code)?.label ?? code;
