import { Unreadable } from './unreadable';

/** One step through an XML text: an element opens or closes, or text stands between. Namespace prefixes are dropped. */
export type Step =
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

// Sticky, and every alternative starts differently: one pass without backtracking, whatever the text.
const STEP =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>|<\?[^>]*>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|([^<]+)/gy;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Walks through an XML text without building a tree. A document type is not XML here: entities are how XML bombs work.
 *
 * @throws Unreadable at the first place that cannot be read.
 */
export function* stepsOf(xml: string): Generator<Step> {
  const step = new RegExp(STEP);
  while (step.lastIndex < xml.length) {
    const found = step.exec(xml);
    if (!found) throw new Unreadable('notASpreadsheet');
    const [, slash, name, attributes, verbatim, text] = found;
    if (name) yield* element(name, slash === '/', attributes);
    else if (verbatim !== undefined) yield { kind: 'text', text: verbatim };
    else if (text) yield { kind: 'text', text: decoded(text) };
  }
}

function* element(name: string, closes: boolean, attributes: string): Generator<Step> {
  if (closes) return yield { kind: 'close', name };
  const empty = attributes.endsWith('/');
  yield { kind: 'open', name, attributes, empty };
  if (empty) yield { kind: 'close', name };
}

/** The value of one attribute, with or without a namespace prefix in front of its name. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? decoded(found[1] ?? found[2]) : undefined;
}

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}

/** Collects what a person sees of a cell: its runs of text one after another, without the phonetic guides. */
export class ShownText {
  private text = '';
  private inText = false;
  private inGuide = false;

  take(step: Step): void {
    if (step.kind === 'text') this.text += this.inText && !this.inGuide ? step.text : '';
    else if (step.name === 'rPh') this.inGuide = step.kind === 'open';
    else if (step.name === 't' || step.name === 'v') this.inText = step.kind === 'open';
  }

  finish(): string {
    // Excel writes characters that XML cannot hold as _x000D_.
    const shown = this.text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
    this.text = '';
    return shown.trim();
  }
}
