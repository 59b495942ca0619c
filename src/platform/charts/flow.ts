import type { Chart } from './chart-svg';
import type { Line } from './kinds';
import { INK, PALETTE } from './palette';

const BOX = { width: 92, height: 64, point: 12, gap: 4 };
const LINE = 72;
const PER_LINE = 4;

/**
 * Steps in the order in which they are gone through, one arrow each with how much stands there; below, where some
 * leave the way. An arrow says the order better than a band whose width nobody can compare.
 */
export function flow(steps: readonly Line[], exits: readonly Line[] = []): Chart {
  const [lines, more] = [linesOf(steps), linesOf(exits)];
  const most = Math.max(1, ...[...steps, ...exits].map(({ values }) => values[0]));
  const gap = more > 0 ? 8 : 0;
  const place = (at: number, from: number, more: Pick<Place, 'arrow' | 'fill'>): Place => ({
    ...{ left: (at % PER_LINE) * (BOX.width + BOX.gap), top: Math.floor(at / PER_LINE) * LINE + from },
    ...{ most, ...more },
  });
  return {
    ...{ width: PER_LINE * (BOX.width + BOX.gap) + BOX.point, height: (lines + more) * LINE + gap },
    shows: [steps, exits],
    option: {
      graphic: [
        ...steps.flatMap((step, at) => boxOf(step, place(at, 0, { arrow: true, fill: PALETTE.blue }))),
        ...exits.flatMap((exit, at) =>
          boxOf(exit, place(at, lines * LINE + gap, { arrow: false, fill: PALETTE.grey })),
        ),
      ],
    },
  };
}

const linesOf = (all: readonly Line[]): number => Math.ceil(all.length / PER_LINE);

interface Place {
  readonly left: number;
  readonly top: number;
  readonly most: number;
  readonly arrow: boolean;
  readonly fill: string;
}

function boxOf({ label, values }: Line, { left, top, most, arrow, fill }: Place) {
  const middle = left + BOX.width / 2 + BOX.point / 2;
  const opacity = values[0] === 0 ? 0.08 : 0.14 + (0.3 * values[0]) / most;
  const points = arrow ? arrowPoints(left, top) : rectanglePoints(left + BOX.point / 2, top);
  const words = (y: number, word: string, fontSize: number, fontWeight: 'normal' | 'bold' = 'normal') => ({
    ...{ type: 'text' as const, x: middle, y, silent: true },
    style: { text: word, fill: INK, fontSize, fontWeight, textAlign: 'center' as const },
  });
  return [
    { type: 'polygon' as const, silent: true, shape: { points }, style: { fill, opacity } },
    words(top + 10, String(values[0]), 22, 'bold'),
    words(top + 40, label, 13),
  ];
}

function arrowPoints(left: number, top: number): number[][] {
  const { width, height, point } = BOX;
  const [end, bottom, half] = [left + width, top + height, top + height / 2];
  const tail = left === 0 ? [] : [[left + point, half]];
  return [[left, top], [end, top], [end + point, half], [end, bottom], [left, bottom], ...tail];
}

function rectanglePoints(left: number, top: number): number[][] {
  const [end, bottom] = [left + BOX.width, top + BOX.height];
  return [
    [left, top],
    [end, top],
    [end, bottom],
    [left, bottom],
  ];
}
