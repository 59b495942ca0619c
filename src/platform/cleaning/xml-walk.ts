import { decoded, type Element, type Node, escaped } from './xml-tree';

export const isElement = (node: Node): node is Element => typeof node !== 'string';

export const elementsIn = (element: Element, name?: string): Element[] =>
  element.children.filter(isElement).filter((child) => name === undefined || child.name === name);

/** Every element below, the outer ones first. */
export function* descendants(element: Element): Generator<Element> {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    yield child;
    yield* descendants(child);
  }
}

const ATTRIBUTE = /\s*((?:[\w.-]+:)?[\w.-]+)\s*=\s*("[^"]*"|'[^']*')/g;

export function attributesOf({ attributes }: Element): [string, string][] {
  return [...attributes.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decoded(value.slice(1, -1))]);
}

/** The value of one attribute, whatever its prefix. */
export const attributeOf = (element: Element, name: string): string | undefined =>
  attributesOf(element).find(([key]) => key.slice(key.indexOf(':') + 1) === name)?.[1];

/** Keeps the attributes for which `keep` gives a value. */
export function rewriteAttributes(
  element: Element,
  keep: (name: string, value: string) => string | undefined,
): void {
  element.attributes = attributesOf(element)
    .map(([name, value]) => [name, keep(name.slice(name.indexOf(':') + 1), value)])
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escaped(value)}"`]))
    .join('');
}

export type Fate = 'keep' | 'drop' | 'unwrap';

/** Rebuilds what is below: each element is kept, dropped with all it holds, or replaced by what it holds. */
export function sift(element: Element, fateOf: (child: Element) => Fate): void {
  element.children = element.children.flatMap((child) => {
    if (!isElement(child)) return [child];
    const fate = fateOf(child);
    if (fate === 'drop') return [];
    sift(child, fateOf);
    return fate === 'unwrap' ? child.children : [child];
  });
}

/** Texts that are read as one, and what stands between them that is not text. */
export interface Run {
  readonly text: string;
  /** Null: a sign of the layout. */
  readonly owner: { readonly element: Element; readonly at: number } | null;
}

/** Puts what is to stand there instead into the elements the text came from. */
export function rewriteRuns(runs: readonly Run[], units: readonly string[]): boolean {
  let at = 0;
  let changed = false;
  for (const { text, owner } of runs) {
    const after = units.slice(at, at + text.length).join('');
    at += text.length;
    if (!owner || after === text) continue;
    owner.element.children[owner.at] = after;
    changed = true;
  }
  return changed;
}
