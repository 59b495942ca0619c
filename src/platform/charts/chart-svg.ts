import { createHash } from 'node:crypto';
import type * as echarts from 'echarts';
import { plainSvg } from './plain-svg';

/** A chart before it is drawn. Width and height are in pixels; it grows and shrinks with the page. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  /** Everything it writes and measures: two charts are the same where this is, for options hold functions, too. */
  readonly shows: unknown;
  readonly option: echarts.EChartsOption;
}

/** What a screen reader says instead: `title` at once, `description` when asked. */
export interface Told {
  readonly title: string;
  readonly description: string;
}

/** The newest drawings by what they show: dashboards are opened again and again between two changes. */
const drawn = new Map<string, string>();
const MOST = 200;

/** Draws on the server: an SVG without style, script or outside resource, whose ids are its own. */
export function chartSvg(chart: Chart, told: Told): string {
  const key = createHash('sha256')
    .update(JSON.stringify([chart, told]))
    .digest('base64url');
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const svg = draw(chart, told, `chart-${key.replace(/\W/g, '').slice(0, 10)}`);
  if (drawn.size >= MOST) drawn.delete(drawn.keys().next().value as string);
  drawn.set(key, svg);
  return svg;
}

function draw({ width, height, option }: Chart, { title, description }: Told, id: string): string {
  // 60 ms, and only once somebody wants a chart.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { init } = require('echarts/dist/echarts.common.min') as typeof echarts;
  const instance = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    instance.setOption({ animation: false, ...option });
    const inside = plainSvg(instance.renderToSVGString(), id).replace(/^<svg[^>]*>|<\/svg>$/g, '');
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"` +
      ` viewBox="0 0 ${width} ${height}" font-family="${FONTS}" role="img" aria-labelledby="${id}-t ${id}-d">` +
      `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(description)}</desc>${inside}</svg>`
    );
  } finally {
    instance.dispose();
  }
}

const FONTS = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
