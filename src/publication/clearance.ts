import { fault } from '../people/faults';
import { namePlaces } from './people-names';
import { Invalid } from '../platform/web/errors';
import { type Hit, type HitKind, hitsOf, placesIn } from './personal-data';
import { asSearched } from './searched-text';

export const HIT_WORDS: Record<HitKind, string> = {
  mobile: '手机号码',
  landline: '电话号码',
  identity: '身份证号码',
  bankCard: '银行卡号',
  email: '电子邮箱',
  plate: '车牌号码',
  address: '住址',
  name: '委员姓名',
};

/** What of a text has to be looked at, with the names of people who are not concerned. */
export function foundIn(text: string, names: readonly string[]): Hit[] {
  const searched = asSearched(text);
  return hitsOf([...placesIn(searched), ...namePlaces(searched, names)]);
}

/**
 * Clears a text for the public: every place that looks like personal data has to be among those said to be fine, one by
 * one. Gives what was found. Throws Invalid with a fault for each place that is left.
 */
export function clear(
  text: string,
  accepted: readonly string[] | null | undefined,
  names: readonly string[] = [],
): Hit[] {
  const fine = new Set((accepted ?? []).map(asSearched));
  const hits = foundIn(text, names);
  const open = hits.filter((hit) => !fine.has(hit.text));
  if (open.length > 0) throw new Invalid(open.map((hit) => faultOf(hit)));
  return hits;
}

export const faultOf = ({ kind, text }: Hit, field = 'accepted') =>
  fault(field, kind, `“${text}”疑似${HIT_WORDS[kind]}，请从文字中删去，或者确认可以公开。`);
