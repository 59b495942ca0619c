import type { HandlingRules } from '../../config/handling-rules';
import { fault } from '../people/faults';
import type { FieldFault } from '../platform/web/errors';
import type { OutcomeDto } from './examination.dto';

type Given = Partial<OutcomeDto>;

/** What is wrong with an outcome: reasons and dispositions are the committee's own lists. */
export function outcomeFaults(given: OutcomeDto, rules: HandlingRules): FieldFault[] {
  const { outcome, reason } = given;
  const parts = outcome === 'notFile' ? missingFaults(given) : extraFaults(given);
  if (outcome === 'return' && !reason)
    parts.push(fault('reason', 'required', '退回修改须写明「理由」，请填写。'));
  return [...parts, ...unknownFaults(given, rules)];
}

/** What is given but in no list of the committee's. */
export function unknownFaults(
  { reasonCode, disposition, category }: Given,
  rules: HandlingRules,
): FieldFault[] {
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);
  return [
    ...unknown('reasonCode', '不予立案情形', reasonCode, codes(rules.notFiledReasons)),
    ...unknown('disposition', '处理方式', disposition, codes(rules.dispositions)),
    ...unknown('category', '类别', category, rules.categories),
  ];
}

function unknown(
  field: string,
  label: string,
  value: string | null | undefined,
  list: readonly string[],
): FieldFault[] {
  if (!value || list.includes(value)) return [];
  return [fault(field, 'unknownChoice', `「${label}」应为下列之一：${list.join('、')}。`)];
}

function missingFaults({ reasonCode, disposition }: Given): FieldFault[] {
  const faults: FieldFault[] = [];
  if (!reasonCode) faults.push(fault('reasonCode', 'required', '「不予立案情形」不能为空，请选择。'));
  if (!disposition) faults.push(fault('disposition', 'required', '「处理方式」不能为空，请选择。'));
  return faults;
}

function extraFaults({ reasonCode, disposition }: Given): FieldFault[] {
  const faults: FieldFault[] = [];
  const only = (label: string) => `只有不予立案才填写「${label}」，请删除。`;
  if (reasonCode) faults.push(fault('reasonCode', 'notApplicable', only('不予立案情形')));
  if (disposition) faults.push(fault('disposition', 'notApplicable', only('处理方式')));
  return faults;
}
