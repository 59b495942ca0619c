import type { Chart } from './chart-svg';
import { colourAt, INK } from './palette';
import { fitted, widthOf } from './words-width';

/** One line of a chart: a value for each series, and what is written at its end. */
export interface Line {
  readonly label: string;
  readonly values: readonly number[];
  readonly note?: string;
}

/** What the values stand for, with a colour each where the order of the palette does not say enough. */
export interface Series {
  readonly name: string;
  readonly colour?: string;
}

const SIZE = 13;
/** So narrow that a phone, which shrinks it, still shows words one can read. */
const WIDTH = 460;
const LINE = 28;
const ALONE: readonly Series[] = [{ name: '' }];
const text = { color: INK, fontSize: SIZE };
const axisLine = { show: true, lineStyle: { color: INK, opacity: 0.4 } };
const counted = {
  type: 'value',
  minInterval: 1,
  splitNumber: 4,
  axisLabel: { ...text, fontSize: 12 },
  splitLine: { show: true, lineStyle: { color: INK, opacity: 0.14 } },
} as const;
const colour = (series: Series, at: number) => series.colour ?? colourAt(at);

function legendOf(series: readonly Series[]) {
  const names = series.map(({ name }) => name);
  return series.length > 1
    ? { left: 0, top: 0, itemWidth: 12, itemHeight: 12, itemGap: 14, textStyle: text, data: names }
    : undefined;
}

/** Horizontal bars, stacked where there are several series, the first line on top. */
export function bars(lines: readonly Line[], series: readonly Series[] = ALONE): Chart {
  const left = Math.min(150, Math.max(...lines.map(({ label }) => widthOf(label, SIZE)), 20)) + 12;
  const right = Math.max(...lines.map(({ note }) => widthOf(note ?? '', SIZE)), 10) + 14;
  const top = series.length > 1 ? 30 : 4;
  const last = series.length - 1;
  return {
    ...{ width: WIDTH, height: top + lines.length * LINE + 4, shows: [lines, series] },
    option: {
      legend: legendOf(series),
      grid: { left, right, top, bottom: 4, outerBoundsMode: 'none' },
      // The number stands at the end of each bar.
      xAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
      yAxis: {
        ...{ type: 'category', inverse: true, axisTick: { show: false }, axisLine },
        data: lines.map((_, at) => String(at)),
        axisLabel: { ...text, formatter: (key: string) => fitted(lines[Number(key)].label, left - 12, SIZE) },
      },
      series: series.map((each, at) => ({
        ...{ type: 'bar', name: each.name, stack: 'all', barWidth: 16, silent: true },
        itemStyle: { color: colour(each, at) },
        data: lines.map(({ values }) => values[at] || 0),
        label: {
          ...{ show: at === last, position: 'right', ...text, textBorderWidth: 0 },
          formatter: ({ dataIndex }: { dataIndex: number }) => lines[dataIndex].note ?? '',
        },
      })),
    },
  };
}

/** Upright columns in the order of time, stacked by series. */
export function columns(lines: readonly Line[], series: readonly Series[] = ALONE): Chart {
  const top = series.length > 1 ? 48 : 24;
  return {
    ...{ width: WIDTH, height: 250, shows: [lines, series] },
    option: {
      legend: legendOf(series),
      grid: { left: 34, right: 8, top, bottom: 26, outerBoundsMode: 'none' },
      yAxis: counted,
      xAxis: {
        ...{ type: 'category', axisTick: { show: false }, axisLine, data: lines.map(({ label }) => label) },
        axisLabel: { ...text, fontSize: 12, interval: 0 },
      },
      series: [
        ...series.map((each, at) => ({
          ...{ type: 'bar' as const, name: each.name, stack: 'all', barMaxWidth: 34, silent: true },
          itemStyle: { color: colour(each, at) },
          data: lines.map(({ values }) => values[at] || 0),
        })),
        totals(lines),
      ],
    },
  };
}

// Nothing is drawn of it but what is written above the column: the sum of its parts.
function totals(lines: readonly Line[]) {
  const notes = lines.map(({ values, note }) => note ?? String(values.reduce((sum, each) => sum + each, 0)));
  return {
    ...{
      type: 'bar' as const,
      stack: 'all',
      silent: true,
      itemStyle: { opacity: 0 },
      data: lines.map(() => 0),
    },
    label: {
      ...{ show: true, position: 'top' as const, ...text, textBorderWidth: 0 },
      formatter: ({ dataIndex }: { dataIndex: number }) => (notes[dataIndex] === '0' ? '' : notes[dataIndex]),
    },
  };
}

/** A ring of few parts, each named beside it, with the whole in its middle. */
export function donut(lines: readonly Line[], whole: Line, colours: readonly string[] = []): Chart {
  const [width, height] = [WIDTH, 220];
  return {
    ...{ width, height, shows: [lines, whole, colours] },
    option: {
      title: {
        ...{ text: whole.note ?? String(whole.values[0]), subtext: whole.label },
        ...{ left: 'center', top: 84, textStyle: { ...text, fontSize: 22 } },
        ...{ subtextStyle: text, itemGap: 4 },
      },
      series: [
        {
          ...{ type: 'pie', radius: [52, 78], center: ['50%', '50%'], silent: true, startAngle: 90 },
          data: lines.map(({ label, values, note }, at) => ({
            ...{ name: note ? `${label}\n${note}` : label, value: values[0] },
            itemStyle: { color: colours[at] ?? colourAt(at) },
            label: { show: values[0] > 0 },
            labelLine: { show: values[0] > 0, lineStyle: { color: INK, opacity: 0.5 } },
          })),
          label: { ...text, textBorderWidth: 0, lineHeight: 18, overflow: 'none' },
        },
      ],
    },
  };
}
