/// <reference lib="dom" />
import AxeBuilder from '@axe-core/playwright';
import { HtmlValidate } from 'html-validate';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong with the page as it stands, or one part: each rule with the first element it is about. */
export async function axeFaults(page: Page, part = 'html'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(TAGS).include(part);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `axe ${id} ×${nodes.length}: ${nodes[0].html.slice(0, 200)}`);
}

// Left out is what concerns the looks of the source, search engines, or taste; names said twice are lists of values.
const OFF = [
  ...['doctype-style', 'void-style', 'no-trailing-whitespace', 'tel-non-breaking', 'no-implicit-input-type'],
  ...['long-title', 'prefer-native-element', 'unique-landmark', 'form-dup-name'],
];
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    ...Object.fromEntries(OFF.map((rule) => [rule, 'off'])),
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
});

/** What is no valid HTML in the page as it was sent: each rule once. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  const byRule = new Map<string, string[]>();
  for (const { ruleId, message, column } of results.flatMap(({ messages }) => messages)) {
    const near = html.split('\n')[0].slice(Math.max(0, column - 60), column + 60);
    byRule.set(ruleId, [...(byRule.get(ruleId) ?? []), `${message} … ${near}`]);
  }
  return [...byRule].map(([rule, all]) => `html ${rule} ×${all.length}: ${all[0]}`);
}

/** What every page has to have: a title, a language, one heading above all, nothing that is written into it. */
export function headFaults(html: string): string[] {
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  // A paper may be two: a sheet and what is enclosed.
  const isPaper = /<main class="letter/.test(html);
  return [
    ...(headings === 1 || (isPaper && headings > 0) ? [] : [`${headings} h1`]),
    ...(/<title>[^<]+<\/title>/.test(html) ? [] : ['no title']),
    ...(/<html[^>]* lang="zh-CN"/.test(html) ? [] : ['no language']),
    ...(/<style|<script(?![^>]* src=)|\sstyle="|\son\w+="/.test(html) ? ['inline script or style'] : []),
  ];
}

/** What reaches out to the right of a narrow phone, so that the page scrolls sideways. */
export async function widthFaults(page: Page, width = 360): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width, height: 740 });
  const wide = await page.evaluate(widestElement);
  if (before) await page.setViewportSize(before);
  return wide ? [`scrolls sideways at ${width} px: ${wide}`] : [];
}

function widestElement(): string | null {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return null;
  const right = (element: Element) => element.getBoundingClientRect().right;
  const outside = [...document.body.querySelectorAll('*')].filter((it) => right(it) > clientWidth + 1);
  const [first] = outside;
  return `${scrollWidth} px: ${first?.outerHTML.slice(0, 160) ?? 'unknown'}`;
}
