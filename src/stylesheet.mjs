// The stylesheet of the pages: what they use of Tabler's, then our theme. Dark colours follow the system, by no script.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import postcss from 'postcss';
import { PurgeCSS } from 'purgecss';

const THEME = ['theme', 'frame', 'record', 'lists', 'forms', 'paper', 'letter']; // a later one overrules an earlier

// A page puts these together (`bg-${colour}-lt`), so that no search finds them.
const COLOURS = 'blue|azure|red|orange|yellow|green|teal|primary|secondary|success|warning|danger|info';
const PUT_TOGETHER = [
  new RegExp(`^(bg|text|badge|status|alert|btn|btn-outline)-(${COLOURS})$`),
  new RegExp(`^bg-(${COLOURS})-lt$`),
  new RegExp(`^text-(${COLOURS})-fg$`),
  /^col(-(sm|md|lg|xl))?-(auto|\d+)$/,
];
// Names that mean something else with us.
const OURS = [/^timeline/, /^steps/, /^step-item/, /^empty/, /^stat-/];
const DARK = 'screen and (prefers-color-scheme:dark)'; // paper stays white
const THEMED = /\[data-(bs-)?(navbar-)?theme|\.theme-dark/;
const DARK_ROOT = /^(:root)?\[data-theme=["']?dark["']?\]/;

export async function stylesheet(root) {
  const [tabler] = await new PurgeCSS().purge({
    content: ['**/*.tsx', '**/pages/**/*.ts', 'assets/*.js'].map((files) => `${root}/src/${files}`),
    css: [
      {
        raw: readFileSync(
          createRequire(import.meta.url).resolve('@tabler/core/dist/css/tabler.min.css'),
          'utf8',
        ),
      },
    ],
    safelist: { standard: PUT_TOGETHER },
    blocklist: OURS,
    keyframes: true,
    fontFace: true,
  });
  const theme = THEME.map((name) => readFileSync(join(root, 'src', 'assets', `${name}.css`), 'utf8')).join(
    '\n',
  );
  const plugins = [followSystem, neitherNor, unused, squeeze];
  const { css } = await postcss(plugins).process(`${tabler.css}\n${theme}`, { from: undefined });
  return css;
}

/** Tabler asks for an attribute that only a script could set; here the same rules ask for what the system is set to. */
function followSystem(sheet) {
  sheet.walkRules(THEMED, (rule) => {
    const dark = rule.selectors.filter((selector) => DARK_ROOT.test(selector));
    const plain = rule.selectors.filter((selector) => !THEMED.test(selector));
    if (dark.length > 0) {
      const selectors = dark.map((selector) => selector.replace(DARK_ROOT, ':root'));
      rule.after(darkly(rule.clone({ selectors })));
    }
    if (plain.length > 0) rule.selectors = plain;
    else rule.remove();
  });
}

/** `light-dark()` is younger than many an office's browser: the dark half moves to a rule of its own. */
function neitherNor(sheet) {
  sheet.walkRules((rule) => {
    const pairs = rule.nodes.filter((node) => node.type === 'decl' && node.value.includes('light-dark('));
    if (pairs.length === 0) return;
    const dark = rule.clone({ nodes: [] });
    for (const pair of pairs) {
      dark.append(pair.clone({ value: halfOf(pair.value, 1) }));
      pair.value = halfOf(pair.value, 0);
    }
    rule.after(darkly(dark));
  });
}

const darkly = (rule) => postcss.atRule({ name: 'media', params: DARK, nodes: [rule] });

function halfOf(value, which) {
  const start = value.indexOf('light-dark(');
  if (start < 0) return value;
  const end = closing(value, start + 'light-dark'.length);
  const halves = postcss.list.comma(value.slice(start + 'light-dark('.length, end));
  return halfOf(value.slice(0, start) + halves[which] + value.slice(end + 1), which);
}

function closing(value, open) {
  let depth = 0;
  for (let at = open; at < value.length; at++) {
    if (value[at] === '(') depth += 1;
    if (value[at] === ')' && --depth === 0) return at;
  }
  throw new Error(`Not closed: ${value}`);
}

/** Custom properties that nothing asks for, until none is left: one may have been used by another only. */
function unused(sheet) {
  const asked = new Set();
  sheet.walkDecls(({ value }) => {
    for (const [name] of value.matchAll(/--[\w-]+/g)) asked.add(name);
  });
  let removed = 0;
  sheet.walkDecls(/^--/, (declaration) => {
    if (asked.has(declaration.prop)) return;
    declaration.remove();
    removed += 1;
  });
  sheet.walkRules((rule) => rule.nodes.length === 0 && rule.remove());
  if (removed > 0) unused(sheet);
}

/** Nothing but what a browser reads; the licence stays. */
function squeeze(sheet) {
  sheet.walkComments((comment) => comment.text.startsWith('!') || comment.remove());
  sheet.walk((node) => {
    Object.assign(node.raws, {
      before: '',
      after: '',
      between: node.type === 'decl' ? ':' : '',
      semicolon: false,
    });
    if (node.type === 'decl') node.value = node.value.replace(/\s+/g, ' ');
    if (node.type === 'rule') node.selector = node.selectors.join(',');
    if (node.type === 'atrule') node.params = node.params.replace(/\s+/g, ' ');
  });
}
