export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly path: string;
}

const VOID = ['meta', 'br', 'link', 'img', 'input', 'hr'];
const TAG = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z:-]+(?:="[^"<]*")?)*)\s*\/?>/g;

/**
 * The elements of a page in their order, each with the names around it. Throws when tags do not close in their order, or
 * when there is a `<` that belongs to no tag: strict where browsers forgive.
 */
export function elementsOf(html: string): Element[] {
  const body = html.replace(/^<!doctype html>/, '');
  if (body === html) throw new Error('no doctype');
  if (body.replace(TAG, '').includes('<')) throw new Error(`stray sign: ${body.replace(TAG, '')}`);
  const open: string[] = [];
  const elements: Element[] = [];
  for (const [tag, closing, name, attributes] of body.matchAll(TAG)) {
    if (closing && open.pop() !== name) throw new Error(`${tag} closes what is not open`);
    if (closing) continue;
    elements.push({ name, attributes: attributesOf(attributes), path: [...open, name].join(' ') });
    if (!VOID.includes(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join(' ')}`);
  return elements;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([a-z:-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, value]),
  );

/** The text of a page as its reader sees it, without its head. */
export const textOf = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, '')
    .replace(TAG, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
