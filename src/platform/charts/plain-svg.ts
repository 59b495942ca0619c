/** What a style may say that has an attribute of the same name; everything else only moves or hides with the mouse. */
const ATTRIBUTES = ['font-size', 'font-weight', 'font-style', 'fill', 'stroke', 'opacity'];
/** Of no use without the renderer's own script and styles, or what the root says once. */
const DROPPED = /^(class|pointer-events|ecmeta_\w+|style|version|baseProfile|xmlns:xlink)$/;
const TAG = /<(\/?)([\w:-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;
const STYLE_ELEMENT = /<(style|script)\b[^>]*>[\s\S]*?<\/\1\s*>/g;

/**
 * An SVG of ECharts as our pages may hold it: the Content-Security-Policy forbids inline styles, so these become
 * attributes; shapes nobody sees are left out; ids begin with `prefix`, so that those of two charts never meet.
 */
export function plainSvg(svg: string, prefix: string): string {
  return withOwnIds(svg.replace(STYLE_ELEMENT, ''), prefix)
    .replace(TAG, (_, closing: string, name: string, attributes: string, empty: string) =>
      closing ? `</${name}>` : `<${name}${plainAttributes(attributes)}${empty}>`,
    )
    .replace(/<(path|rect|polyline|line)((?:\s[^>]*)?)><\/\1>/g, (element, _, attributes: string) =>
      isUnseen(attributes) ? '' : element,
    )
    .replace(/<text[^>]*><\/text>/g, '')
    .replace(/<\/(path|rect|circle|polyline|polygon|line|stop)>/g, '')
    .replace(/<(path|rect|circle|polyline|polygon|line|stop)\b([^>]*)>/g, '<$1$2/>')
    .replace(/>\s+</g, '><')
    .trim();
}

function plainAttributes(attributes: string): string {
  const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([, name, value]) => {
    if (name === 'style') return declarationsOf(value);
    return DROPPED.test(name) || name.startsWith('on') ? [] : [[name, value]];
  });
  return kept.map(([name, value]) => ` ${name}="${value}"`).join('');
}

function declarationsOf(style: string): string[][] {
  return style.split(';').flatMap((declaration) => {
    const [name, ...rest] = declaration.split(':');
    const value = rest.join(':').trim().replace(/px$/, '');
    return ATTRIBUTES.includes(name.trim()) && value ? [[name.trim(), value]] : [];
  });
}

function isUnseen(attributes: string): boolean {
  const has = (name: string, value: string) => attributes.includes(` ${name}="${value}"`);
  const filled = !has('fill', 'none') && !has('fill-opacity', '0');
  const drawn = attributes.includes(' stroke="') && !has('stroke-width', '0') && !has('stroke', 'none');
  return !filled && !drawn;
}

// Numbered in the order in which they come, for the renderer counts them through the whole life of the process.
function withOwnIds(svg: string, prefix: string): string {
  const names = new Map<string, string>();
  return svg.replace(/\bzr\d+-[a-z]+\d+\b(?=["')])/g, (id) => {
    if (!names.has(id)) names.set(id, `${prefix}-${names.size}`);
    return names.get(id)!;
  });
}
