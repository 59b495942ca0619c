import { phraseOf } from '../../search/tokens/tokenizer';

const MOST = 100_000;
// As the search reads it: 提案 after another character is two terms.
const NUMBER = /^(?:第 |案号 号 )?(\d{1,6})(?: 号(?:提 提案)?)?$/;

/** The case number that was typed and nothing else, however it is written: 12, １２, 12号, 第十二号提案. */
export function typedNumber(text: string | null | undefined): number | null {
  const [, digits] = NUMBER.exec(phraseOf(text ?? '')?.terms.join(' ') ?? '') ?? [];
  const number = Number(digits);
  return number >= 1 && number <= MOST ? number : null;
}
