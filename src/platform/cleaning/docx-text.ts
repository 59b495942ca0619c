import type { Rewrite } from './cleaned';
import { type Element, type Node } from './xml-tree';
import { descendants, isElement, type Run, rewriteRuns } from './xml-walk';

const LAYOUT: Record<string, string> = { tab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** The paragraphs of a part as lines; `rewrite` may put other text in their place, also across its pieces. */
export function paragraphsOf(root: Element, rewrite?: Rewrite): string[] {
  const paragraphs = [root, ...descendants(root)].filter(({ name }) => name === 'p');
  return paragraphs.map((paragraph) => {
    const runs = [...runsIn(paragraph)];
    const text = runs.map((run) => run.text).join('');
    const units = rewrite?.(text) ?? [];
    if (rewrite) rewriteRuns(runs, units);
    return rewrite ? units.join('') : text;
  });
}

function* runsIn(element: Element): Generator<Run> {
  for (const child of element.children) {
    if (!isElement(child) || child.name === 'p') continue;
    if (child.name === 't' || child.name === 'instrText') yield* textsIn(child);
    else if (LAYOUT[child.name] && child.children.length === 0)
      yield { text: LAYOUT[child.name], owner: null };
    else yield* runsIn(child);
  }
}

/** What is not an element is text, piece by piece. */
export function* textsIn(element: Element): Generator<Run> {
  for (const [at, child] of element.children.entries() as IterableIterator<[number, Node]>)
    if (!isElement(child)) yield { text: child, owner: { element, at } };
}
