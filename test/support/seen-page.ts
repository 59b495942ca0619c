/** A form as it stands on a page: where it goes, and what it would send untouched. */
export interface SeenForm {
  readonly method: string;
  readonly action: string;
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** Every name somebody could fill in or tick, also of boxes that are not ticked. */
  readonly names: ReadonlySet<string>;
  readonly buttons: readonly string[];
  /** What pressing each of them adds, and where it sends the form instead. */
  readonly presses: ReadonlyMap<string, { action?: string; name?: string; value?: string }>;
}

/** What a person was shown. */
export class SeenPage {
  constructor(
    readonly url: string,
    readonly status: number,
    readonly html: string,
  ) {}

  get title(): string {
    return plain(/<title>([^<]*)<\/title>/.exec(this.html)?.[1] ?? '');
  }

  get heading(): string {
    return textIn(/<h1[^>]*>(.*?)<\/h1>/s.exec(this.html)?.[1] ?? '');
  }

  /** What stands on the page between its frame, each text once after the other. */
  get text(): string {
    return textIn(/<main[^>]*>(.*)<\/main>/s.exec(this.html)?.[1] ?? this.html);
  }

  /** What stands in the section under a heading, up to the next one of that level. */
  section(heading: string): string {
    const parts = this.html.split(/(?=<h2)/);
    const found = parts.find((part) => textIn(/<h2[^>]*>(.*?)<\/h2>/s.exec(part)?.[1] ?? '') === heading);
    return found ? textIn(found) : '';
  }

  /** Addresses of all links with these words, or of all. */
  links(words?: string): string[] {
    return [...this.html.matchAll(/<a\s([^>]*)>(.*?)<\/a>/gs)]
      .filter(([, , inner]) => words === undefined || textIn(inner).includes(words))
      .flatMap(([, attributes]) => attributesOf(attributes).href ?? []);
  }

  get actions(): string[] {
    return this.forms.map(({ action }) => action);
  }

  /** The form that goes there; throws when the page has none. */
  form(action: string): SeenForm {
    const found = this.forms.find((form) => form.action === action);
    if (!found)
      throw new Error(`no form to ${action} on ${this.url} (${this.status}): ${this.actions.join(' ')}`);
    return found;
  }

  private get forms(): SeenForm[] {
    return [...this.html.matchAll(/<form\s?([^>]*)>(.*?)<\/form>/gs)].map(([, attributes, inner]) =>
      formOf(attributesOf(attributes), inner, this.url),
    );
  }
}

const CONTROL =
  /<input\s([^>]*)>|<textarea\s([^>]*)>(.*?)<\/textarea>|<select\s([^>]*)>(.*?)<\/select>|<button\s?([^>]*)>(.*?)<\/button>/gs;

function formOf({ method = 'get', action }: Record<string, string>, inner: string, url: string): SeenForm {
  const fields = new Map<string, string[]>();
  const names = new Set<string>();
  const presses = new Map<string, { action?: string; name?: string; value?: string }>();
  const put = (name: string | undefined, value: string | undefined) => {
    if (!name) return;
    names.add(name);
    if (value !== undefined) fields.set(name, [...(fields.get(name) ?? []), value]);
  };
  for (const [, input, area, written, select, options, button, label] of inner.matchAll(CONTROL)) {
    if (input !== undefined) put(...inputOf(attributesOf(input)));
    else if (area !== undefined) put(attributesOf(area).name, plain(written));
    else if (select !== undefined)
      put(attributesOf(select).name, chosenIn(options, 'multiple' in attributesOf(select)));
    else if (button !== undefined) {
      const { formaction, name, value } = attributesOf(button);
      presses.set(textIn(label), { action: formaction, name, value });
    }
  }
  return { method, action: action ?? url, fields, names, buttons: [...presses.keys()], presses };
}

function inputOf({ type, name, value = '', ...rest }: Record<string, string>): [string, string | undefined] {
  const box = type === 'checkbox' || type === 'radio';
  return [name, !box || 'checked' in rest ? (box ? value || 'on' : value) : undefined];
}

/** A browser sends the first option when none is chosen. */
function chosenIn(options: string, several: boolean): string | undefined {
  const all = [...options.matchAll(/<option\s?([^>]*)>(.*?)<\/option>/gs)].map(([, attributes, words]) => ({
    ...attributesOf(attributes),
    words,
  }));
  const chosen = all.find((option) => 'selected' in option) ?? (several ? undefined : all[0]);
  return chosen && ((chosen as { value?: string }).value ?? plain(chosen.words));
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, name, value = '']) => [name, plain(value)]),
  );

/** As it is read: without tags, blanks drawn together. */
const textIn = (markup: string): string =>
  plain(markup.replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
