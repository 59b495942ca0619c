const TAG = /<([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;

export interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Every tag of a page or a drawing, also of those whose names know capital letters. Throws on a stray `<`. */
export function tagsOf(markup: string): Tag[] {
  const rest = markup.replace(TAG, '').replace(/<\/[a-zA-Z][\w-]*>|<!doctype html>/g, '');
  if (rest.includes('<'))
    throw new Error(`stray sign: ${rest.slice(rest.indexOf('<'), rest.indexOf('<') + 80)}`);
  return [...markup.matchAll(TAG)].map(([, name, attributes]) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(ATTRIBUTE)].map(([, key, value = '']) => [key, value]),
    ),
  }));
}

/** The ids in it, in their order. */
export const idsOf = (markup: string): string[] =>
  tagsOf(markup).flatMap(({ attributes }) => attributes.id ?? []);
