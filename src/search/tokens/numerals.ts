import type { Sign } from './folding';

const DIGITS = '〇一二三四五六七八九';
const NUMERALS = new Set('〇零一二三四五六七八九十百');
/** What is counted in order: 第十五届 is 第15届. */
const COUNTED = '届次号条期批章项轮类';

/** The signs with Chinese numerals as digits where they are ordinals or years; elsewhere they may be words. */
export function withDigits(signs: readonly Sign[]): readonly Sign[] {
  if (!signs.some(({ text }) => text === '第' || text === '年')) return signs;
  const out: Sign[] = [];
  for (let at = 0; at < signs.length; at += 1) {
    const end = numeralEnd(signs, at);
    const number = end > at ? numberIn(signs, at, end) : null;
    if (number === null) out.push(signs[at]);
    else {
      const span = { from: signs[at].from, to: signs[end - 1].to };
      for (const text of number) out.push({ text, sort: 'digit', ...span });
      at = end - 1;
    }
  }
  return out;
}

function numeralEnd(signs: readonly Sign[], from: number): number {
  let end = from;
  while (end < signs.length && NUMERALS.has(signs[end].text)) end += 1;
  return end;
}

function numberIn(signs: readonly Sign[], from: number, end: number): string | null {
  const text = signs
    .slice(from, end)
    .map((sign) => sign.text)
    .join('')
    .replaceAll('零', '〇');
  const [before, after] = [signs[from - 1]?.text, signs[end]?.text ?? ''];
  if (before === '第' && COUNTED.includes(after || ' ')) return ordinalOf(text);
  return after === '年' && text.length === 4 ? digitsOf(text) : null;
}

const digitsOf = (text: string): string | null => {
  const digits = [...text].map((sign) => DIGITS.indexOf(sign));
  return digits.includes(-1) ? null : digits.join('');
};

/** 十五, 二十, 一百〇二; null for what is not written as a number is. */
function ordinalOf(text: string): string | null {
  const parts =
    /^(?:([一二三四五六七八九])百〇?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts) return digitsOf(text);
  const [, hundreds, tens, ten, ones] = parts;
  const value = (sign: string | undefined) => (sign ? DIGITS.indexOf(sign) : 0);
  const number = value(hundreds) * 100 + (ten ? value(tens) || 1 : 0) * 10 + value(ones);
  return number > 0 ? String(number) : null;
}
