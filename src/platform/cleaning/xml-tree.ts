import { isUtf8 } from 'node:buffer';
import { Uncleanable } from './uncleanable';

/** An element with its prefix and attributes as they were written; `name` is without the prefix. */
export interface Element {
  readonly name: string;
  readonly tag: string;
  attributes: string;
  children: Node[];
}
export type Node = Element | string;

// Sticky, and every alternative starts differently: one pass without backtracking, whatever the text.
const STEP =
  /<(\/?)((?:[\w.-]+:)?[\w.-]+)([^<>"']*(?:(?:"[^"]*"|'[^']*')[^<>"']*)*)>|<\?[^>]*>|<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|([^<]+)/gy;
const LONGEST = 16 * 1024 * 1024;
const DEEPEST = 250;
const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Reads XML as a tree; comments and instructions to programs are left out. A document type is not XML here: entities are
 * how XML bombs work. Throws Uncleanable at the first place that cannot be read.
 */
export function treeOf(bytes: Buffer | undefined): Element {
  const xml = textOf(bytes);
  const root: Element = { name: '', tag: '', attributes: '', children: [] };
  const open = [root];
  const step = new RegExp(STEP);
  while (step.lastIndex < xml.length) {
    const found = step.exec(xml);
    if (!found) throw new Uncleanable('broken');
    const [, slash, tag, attributes, verbatim, text] = found;
    if (tag) turn(open, tag, attributes, slash === '/');
    else if (verbatim ?? text) open[open.length - 1].children.push(verbatim ?? decoded(text));
  }
  const [top] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || !top) throw new Uncleanable('broken');
  return top as Element;
}

function turn(open: Element[], tag: string, attributes: string, closes: boolean): void {
  if (closes) {
    if (open.length < 2 || open.pop()?.tag !== tag) throw new Uncleanable('broken');
    return;
  }
  const isEmpty = attributes.endsWith('/');
  const name = tag.slice(tag.indexOf(':') + 1);
  const plain = isEmpty ? attributes.slice(0, -1) : attributes;
  const element: Element = { name, tag, attributes: plain.trimEnd(), children: [] };
  open[open.length - 1].children.push(element);
  if (!isEmpty) open.push(element);
  if (open.length > DEEPEST) throw new Uncleanable('broken');
}

function textOf(bytes: Buffer | undefined): string {
  if (!bytes || !isUtf8(bytes)) throw new Uncleanable('broken');
  if (bytes.length > LONGEST) throw new Uncleanable('tooLarge');
  const xml = bytes.toString('utf8').replace(/^\ufeff/, '');
  const said = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/.exec(xml)?.[1] ?? 'utf-8';
  if (!/^(utf-8|us-ascii)$/i.test(said)) throw new Uncleanable('broken');
  return xml;
}

export function xmlOf(element: Element): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'];
  write(element, parts);
  return parts.join('');
}

function write(node: Node, parts: string[]): void {
  if (typeof node === 'string') return void parts.push(escaped(node));
  const head = `<${node.tag}${node.attributes}`;
  if (node.children.length === 0) return void parts.push(`${head}/>`);
  parts.push(`${head}>`);
  for (const child of node.children) write(child, parts);
  parts.push(`</${node.tag}>`);
}

export const escaped = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );

export function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
  });
}
