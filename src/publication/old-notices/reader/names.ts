const SEPARATOR = /[、，,；;/／\n]/;
const OPENING = /[（(〔《“]/;
const CLOSING = /[）)〕》”]/;

/** The names in a list as it was printed; what stands in brackets belongs to the name before it. */
export function namesIn(text: string): string[] {
  return apart(text).flatMap((part) => atBlanks(part) ?? [part]);
}

/** The names that only blanks kept apart: 青联 科技界 as two, 陈 伟 as one. */
export function splitAtBlanks(text: string): string[] {
  return apart(text).flatMap((part) => atBlanks(part) ?? []);
}

/** A name that ends in a separator goes on in the next line. */
export const goesOn = (text: string): boolean => /^\s*$|[、，,；;/／]\s*$/.test(text);

function apart(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (OPENING.test(sign)) depth += 1;
    if (CLOSING.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && SEPARATOR.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

// A blank inside a name of two signs only spreads it: 陈 伟.
function atBlanks(part: string): string[] | null {
  if (OPENING.test(part)) return null;
  const words = part.split(/\s+/u);
  return words.length > 1 && words.every((word) => [...word].length > 1) ? words : null;
}
