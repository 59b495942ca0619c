import { fault } from '../people/faults';
import { Invalid } from '../platform/web/errors';
import { asSearched, type Hit, personalDataIn } from './personal-data';

const WORDS: Record<Hit['kind'], string> = {
  mobile: '手机号码',
  landline: '电话号码',
  identity: '身份证号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  plate: '车牌号码',
  address: '住址',
};

/**
 * Clears a text for the public: every place that looks like personal data has to be among those said to be fine, one by
 * one. Gives what was found. Throws Invalid with a fault for each place that is left.
 */
export function clear(text: string, accepted: readonly string[] | null | undefined): Hit[] {
  const fine = new Set((accepted ?? []).map(asSearched));
  const hits = personalDataIn(text);
  const open = hits.filter((hit) => !fine.has(hit.text));
  if (open.length > 0) throw new Invalid(open.map(faultOf));
  return hits;
}

const faultOf = ({ kind, text }: Hit) =>
  fault('accepted', kind, `“${text}”疑似${WORDS[kind]}，请从文字中删去，或者确认可以公开。`);
