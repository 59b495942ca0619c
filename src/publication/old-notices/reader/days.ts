import { isDay } from '../../../platform/clock/calendar';

const DIGITS: Record<string, string> = Object.fromEntries(
  [...'〇一二三四五六七八九'].map((sign, value) => [sign, String(value)]),
);
const WRITTEN = /^[（(]?(\d{4}|[一二三四五六七八九〇]{4})[年\-/.](.{1,3})[月\-/.](.{1,3}?)日?[)）]?$/u;

/** `2022年11月18日`, `2022.11.18`, `二〇二二年十一月十八日` as `2022-11-18`; null when the text is no day. */
export function dayIn(text: string): string | null {
  if (text.length > 40) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[○零Ｏ]/g, '〇');
  const [, year, month, date] = WRITTEN.exec(plain) ?? [];
  if (!year) return null;
  const figures = [year.replace(/\D/g, (sign) => DIGITS[sign] ?? sign), twoDigits(month), twoDigits(date)];
  const day = figures.join('-');
  return isDay(day) ? day : null;
}

/** 8, 08, 八, 十八, 二十八 as two digits. */
function twoDigits(text: string): string {
  if (/^\d{1,2}$/.test(text)) return text.padStart(2, '0');
  const [tens, ones] = text.includes('十') ? text.split('十') : ['〇', text];
  return `${tens === '' ? '1' : (DIGITS[tens] ?? tens)}${ones === '' ? '0' : (DIGITS[ones] ?? ones)}`;
}

export interface Signature {
  readonly issuer: string;
  readonly datedOn: string;
}

/** Issuer and date in one line: 温岭市政协办公室 2022年11月18日. */
export function signatureIn(text: string): Signature | null {
  if (text.length > 80) return null;
  const [, issuer, written] = /^(\S.*?)[\s，,]+(\S.{5,30})$/u.exec(text.trim()) ?? [];
  const datedOn = written ? dayIn(written) : null;
  return datedOn && isIssuer(issuer) ? { issuer, datedOn } : null;
}

/** A name, not a sentence. */
export function isIssuer(text: string): boolean {
  return /^[^。！？；;，,、：:]{2,40}$/u.test(text.trim()) && /\p{Script=Han}/u.test(text) && !dayIn(text);
}
