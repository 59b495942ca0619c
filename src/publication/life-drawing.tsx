import { type LaidArrow, type LaidStage, lifeLayout } from './life-layout';

const ROW = 84;
const TOP = 12;
const BOX = { width: 120, height: 40 };
const MAIN = 150;
const SIDE = 490;
const WIDTH = 620;
/** Between the ways that lead back, and between those that lead aside. */
const LANE = 30;
const ASIDE_LANE = 14;

const topOf = (row: number): number => TOP + row * ROW;
const middleOf = (row: number): number => topOf(row) + BOX.height / 2;
/** What stands aside stands between two rows: no line into it meets one that leaves the main way. */
const HALF = ROW / 2;

/** The life of a proposal as a drawing; whoever does not see it has the same in the list after it. */
export function LifeDrawing() {
  const { main, side, onwards, back, aside } = lifeLayout();
  const height = TOP + (Math.max(main.length, side.length) - 1) * ROW + HALF + BOX.height;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-labelledby="life-title life-description"
      font-size="14"
      fill="currentColor"
    >
      <title id="life-title">一件提案的全程</title>
      <desc id="life-description">
        主要环节：{main.map(({ word }) => word).join('，')}。旁支：{side.map(({ word }) => word).join('，')}。
      </desc>
      <defs>
        <marker
          id="life-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      {back.map((arrow, lane) => (
        <Back arrow={arrow} lane={lane} />
      ))}
      {onwards.map((arrow) => (
        <Onwards arrow={arrow} />
      ))}
      {aside.map((arrow, lane) => (
        <Aside arrow={arrow} lane={lane} />
      ))}
      {main.map((stage) => (
        <Stage laid={stage} left={MAIN} down={0} />
      ))}
      {side.map((stage) => (
        <Stage laid={stage} left={SIDE} down={HALF} />
      ))}
    </svg>
  );
}

interface StageProps {
  readonly laid: LaidStage;
  readonly left: number;
  readonly down: number;
}

/** A stage in which a proposal ends has a thick frame. */
const Stage = ({ laid: { word, row, isFinal }, left, down }: StageProps) => (
  <g>
    <rect
      {...{ x: left, y: topOf(row) + down, ...BOX, rx: 6, fill: 'none', stroke: 'currentColor' }}
      stroke-width={isFinal ? 3 : 1.2}
    />
    <text x={left + BOX.width / 2} y={middleOf(row) + down + 5} text-anchor="middle">
      {word}
    </text>
  </g>
);

const LINE = { fill: 'none', stroke: 'currentColor', 'marker-end': 'url(#life-head)' };

const Onwards = ({ arrow: { fromRow, toRow, words } }: { arrow: LaidArrow }) => {
  const x = MAIN + BOX.width / 2;
  return (
    <g>
      <path {...LINE} d={`M${x} ${topOf(fromRow) + BOX.height} V${topOf(toRow)}`} />
      <text x={x + 8} y={topOf(fromRow) + BOX.height + 27} font-size="12.5">
        {words.join('、')}
      </text>
    </g>
  );
};

interface LaneProps {
  readonly arrow: LaidArrow;
  /** Each in a lane of its own, so that no two lines run into each other. */
  readonly lane: number;
}

/** Out to the right, down to its end, and in. */
const Aside = ({ arrow: { fromRow, toRow, words }, lane }: LaneProps) => {
  const start = MAIN + BOX.width;
  const bend = start + 60 + lane * ASIDE_LANE;
  const from = middleOf(fromRow) + lane * 5 - 8;
  const to = middleOf(toRow) + HALF;
  return (
    <g>
      <path {...LINE} d={`M${start} ${from} H${bend} V${to} H${SIDE}`} />
      <text x={SIDE - 8} y={to - 6} font-size="12.5" text-anchor="end">
        {words.join('、')}
      </text>
    </g>
  );
};

/** Out to the left, up, and in; its words run along the line. */
const Back = ({ arrow: { fromRow, toRow, words }, lane }: LaneProps) => {
  const x = MAIN - 18 - lane * LANE;
  const [from, to] = [middleOf(fromRow) - 6, middleOf(toRow) + 14 - lane * 5];
  return (
    <g>
      <path {...LINE} d={`M${MAIN} ${from} H${x} V${to} H${MAIN}`} />
      <text x={x - 11} y={(from + to) / 2} font-size="12.5" text-anchor="middle" writing-mode="vertical-rl">
        {words.join('、')}
      </text>
    </g>
  );
};
