import type { Candidate, NameBook } from '../../people/name-book';

/** A name as it was printed, and whom it means; null when only its text is known. */
export interface Linked {
  readonly name: string;
  readonly id: number | null;
}

/** A name that nobody bears, or several do: a person has to say whom it means. */
export interface UnknownName {
  readonly name: string;
  readonly items: readonly number[];
  readonly candidates: readonly Candidate[];
}

export interface Linking {
  readonly links: ReadonlyMap<string, Linked>;
  readonly unknown: readonly UnknownName[];
}

interface Printed {
  readonly name: string;
  readonly item: number;
}

/**
 * Finds who bore these names on the day. What a person said goes first; of several bearers none is taken, and of those
 * who bore it at another time neither.
 */
export function linkNames(
  printed: readonly Printed[],
  book: NameBook,
  day: string | null,
  answers: ReadonlyMap<string, number | null>,
): Linking {
  const links = new Map<string, Linked>();
  const unknown = new Map<string, number[]>();
  for (const { name, item } of printed) {
    const id = links.get(name)?.id ?? idOf(name, book, day, answers);
    if (id === undefined) unknown.set(name, [...(unknown.get(name) ?? []), item]);
    else links.set(name, { name, id });
  }
  return {
    links,
    unknown: [...unknown].map(([name, items]) => ({
      name,
      items: [...new Set(items)],
      candidates: book.ever(name),
    })),
  };
}

function idOf(
  name: string,
  book: NameBook,
  day: string | null,
  answers: ReadonlyMap<string, number | null>,
): number | null | undefined {
  if (answers.has(name)) return answers.get(name);
  const found = day === null ? [] : book.find(name, day);
  return found.length === 1 ? found[0].id : undefined;
}
