import type { NoticeReading } from './notice-reader';
import { splitAtBlanks } from './names';

/** What a person should look at: it was understood, but might have been meant otherwise. */
export interface Doubt {
  readonly code: 'broken' | 'tagWithoutMarks' | 'splitAtBlanks';
  readonly line: number;
  readonly item: number;
  readonly text: string;
}

const SHOWN = 60;
const END = /[。！？；：….!?;:][”’）)》】]*$/u;
const ORDINAL =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是]|第[一二三四五六七八九十]|下一?步|首先|其次|[①-⑳])/u;

export function doubtsIn(reading: NoticeReading): Doubt[] {
  return [...aboutItems(reading), ...aboutNames(reading)].sort((one, other) => one.line - other.line);
}

function aboutItems({ items }: NoticeReading): Doubt[] {
  return items.flatMap(({ place, line, isMarked, tag, paragraphs }) => {
    const unmarked = tag !== null && !isMarked;
    const broken = paragraphs.filter(
      ({ text }, at) => at > 0 && !END.test(paragraphs[at - 1].text) && !ORDINAL.test(text),
    );
    return [
      ...(unmarked ? [{ code: 'tagWithoutMarks', line, item: place, text: tag } as const] : []),
      ...broken.map(
        (each) =>
          ({ code: 'broken', line: each.line, item: place, text: each.text.slice(0, SHOWN) }) as const,
      ),
    ];
  });
}

function aboutNames({ pieces }: NoticeReading): Doubt[] {
  return pieces.flatMap(({ as, line, item, text }) => {
    const isList = as === 'sponsors' || as === 'leadUnits';
    const names = isList ? splitAtBlanks(text) : [];
    return names.length > 0 ? [{ code: 'splitAtBlanks', line, item: item ?? 0, text: names.join('、') }] : [];
  });
}

/** The paragraphs, those that begin in one of these lines put to the one before. */
export function joined(
  paragraphs: readonly { line: number; text: string }[],
  lines: ReadonlySet<number>,
): string[] {
  const texts: string[] = [];
  for (const { line, text } of paragraphs) {
    if (texts.length > 0 && lines.has(line)) texts[texts.length - 1] += text;
    else texts.push(text);
  }
  return texts;
}
