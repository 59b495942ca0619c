import type { Chart } from '../../../src/platform/charts/chart-svg';
import { chartSvg } from '../../../src/platform/charts/chart-svg';
import { flow } from '../../../src/platform/charts/flow';
import { bars, columns, donut } from '../../../src/platform/charts/kinds';
import { PALETTE } from '../../../src/platform/charts/palette';
import { plainSvg } from '../../../src/platform/charts/plain-svg';
import { fitted, widthOf } from '../../../src/platform/charts/words-width';
import { idsOf, tagsOf } from '../../support/drawing';

const HOSTILE = `</text><script>alert(1)</script>" style="x" onload='y' &<b>局`;
const lines = (count: number, name = '单位') =>
  Array.from({ length: count }, (_, at) => ({
    label: `${name}${at}`,
    values: [at + 1, 3, 2],
    note: `${at + 1} / 30`,
  }));
const SERIES = [{ name: '满意' }, { name: '基本满意' }, { name: HOSTILE }];
const told = { title: '标题', description: '说明' };

const CHARTS: Record<string, Chart> = {
  bars: bars(lines(15)),
  'stacked bars': bars(lines(3), SERIES),
  columns: columns(lines(8), SERIES),
  donut: donut(lines(3), { label: '已答复', values: [9] }),
  flow: flow(lines(7), lines(4, '离开')),
  'hostile bars': bars(lines(3, HOSTILE)),
  'hostile donut': donut(lines(3, HOSTILE), { label: HOSTILE, values: [9] }),
  'hostile flow': flow(lines(3, HOSTILE)),
  nothing: bars([{ label: '无', values: [0], note: '0 / 0' }]),
};

describe('A chart', () => {
  it.each(Object.entries(CHARTS))('of %s is plain: no style, no script, no class, light', (_, chart) => {
    const svg = chartSvg(chart, { title: HOSTILE, description: HOSTILE });
    const elements = tagsOf(svg);
    const known = ['svg', 'title', 'desc', 'path', 'text', 'rect', 'polygon', 'g', 'polyline'];
    expect([...new Set(elements.map(({ name }) => name))].filter((name) => !known.includes(name))).toEqual(
      [],
    );
    for (const { attributes } of elements)
      expect(Object.keys(attributes).filter((name) => /^(style|class|on|ecmeta|href)/.test(name))).toEqual(
        [],
      );
    expect(svg.length).toBeLessThan(12 * 1024);
    expect(svg).not.toMatch(/zr\d|NaN|Infinity/);
  });

  it('says what it shows to those who do not see it', () => {
    const svg = chartSvg(CHARTS.bars, { title: '甲<乙', description: '一&二' });
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="(\S+)-t \1-d"><title id="\1-t">甲&lt;乙<\/title>/,
    );
    expect(svg).toContain('>一&amp;二</desc>');
  });

  it('writes out the names it is given', () => {
    expect(chartSvg(CHARTS.bars, told)).toContain('>单位14</text>');
    expect(chartSvg(CHARTS['hostile bars'], told)).toContain('&lt;/text&gt;&lt;scri');
  });

  it('has ids that no other chart on the page has, and the same ones each time', () => {
    const ids = Object.values(CHARTS).flatMap((chart) => idsOf(chartSvg(chart, told)));
    expect(ids).toHaveLength(2 * Object.keys(CHARTS).length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(chartSvg(bars(lines(15)), told)).toBe(chartSvg(CHARTS.bars, told));
  });

  it('is not taken for another that has the same numbers', () => {
    const named = (name: string) => [
      bars(lines(3, name)),
      columns(lines(3, name), SERIES),
      flow(lines(3, name)),
    ];
    for (const [at, chart] of named('甲').entries())
      expect(chartSvg(chart, told)).not.toBe(chartSvg(named('乙')[at], told));
    const noted = (note: string) => chartSvg(bars([{ label: '甲', values: [1], note }]), told);
    expect([noted('1 / 2'), noted('1 / 3')].map((svg) => svg.includes('1 / 3'))).toEqual([false, true]);
  });

  it('keeps ids inside it together with what refers to them', () => {
    const svg =
      '<svg><path id="zr3-c7"></path><path clip-path="url(#zr3-c7)" fill="url(#zr3-g1)"></path></svg>';
    expect(plainSvg(svg, 'a')).toBe(
      '<svg><path id="a-0"/><path clip-path="url(#a-0)" fill="url(#a-1)"/></svg>',
    );
  });

  it('turns styles into attributes, and drops what is only for the mouse', () => {
    const text =
      '<text style="font-size:12px;font-weight:bold;cursor:pointer;" class="zr0-cls-1" onclick="x">a</text>';
    expect(plainSvg(`<svg>${text}<style ><![CDATA[.a{fill:red}]]></style></svg>`, 'a')).toBe(
      '<svg><text font-size="12" font-weight="bold">a</text></svg>',
    );
  });

  it('leaves out shapes that nobody sees', () => {
    const unseen =
      '<rect fill="none"></rect><path d="M0 0" fill="#000" fill-opacity="0" stroke-width="0"></path>';
    const seen = '<path d="M0 0" fill="none" stroke="red"></path>';
    expect(plainSvg(`<svg>${unseen}${seen}</svg>`, 'a')).toBe(
      '<svg><path d="M0 0" fill="none" stroke="red"/></svg>',
    );
  });

  it('shortens names that are too long, and never splits a sign', () => {
    expect(fitted('市交通运输局', 200, 13)).toBe('市交通运输局');
    const short = fitted('𠮷'.repeat(40), 100, 13);
    expect(short).toMatch(/^𠮷+…$/u);
    expect(widthOf(short, 13)).toBeLessThanOrEqual(100);
  });

  it.each(['#ffffff', '#151f2c'])('has colours that stand out from %s', (page) => {
    for (const [name, colour] of Object.entries(PALETTE))
      expect([name, contrast(colour, page) >= 3]).toEqual([name, true]);
  });
});

function contrast(one: string, other: string): number {
  const [light, dark] = [one, other].map(luminance).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
