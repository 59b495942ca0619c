import { type Arrow, graphOf } from '../lifecycle/diagram';
import { PROPOSAL_STAGES } from '../lifecycle/facts';
import { FINAL_PROPOSAL_STAGES } from '../lifecycle/finals';
import { proposalStages } from '../lifecycle/words/stages';

const [BEGINNING] = PROPOSAL_STAGES;
const END = 'archived';

export interface LaidStage {
  readonly stage: string;
  readonly word: string;
  readonly isFinal: boolean;
  /** On the main way its place, counted from the beginning; beside it the half row. */
  readonly row: number;
}

export interface LaidArrow extends Arrow {
  readonly fromRow: number;
  readonly toRow: number;
}

/** The life of a proposal laid out: the main way down the middle, what leaves it at the side, what leads back. */
export interface LifeLayout {
  readonly main: readonly LaidStage[];
  readonly side: readonly LaidStage[];
  readonly onwards: readonly LaidArrow[];
  readonly back: readonly LaidArrow[];
  readonly aside: readonly LaidArrow[];
}

/** From the tables alone: a new stage or action is drawn without a word here. */
export function lifeLayout(): LifeLayout {
  const arrows = graphOf('proposal').filter(({ from }) => from !== '[*]');
  const way = shortestWay(arrows);
  const rowOf = new Map(way.map((stage, row) => [stage, row]));
  const main = way.map((stage, row) => laid(stage, row));
  const side = beside(arrows, rowOf);
  const rows = new Map([...main, ...side].map(({ stage, row }) => [stage, row]));
  const all = arrows.map((arrow) => ({
    ...arrow,
    fromRow: rows.get(arrow.from)!,
    toRow: rows.get(arrow.to)!,
  }));
  const within = all.filter(({ from, to }) => rowOf.has(from) && rowOf.has(to));
  return {
    ...{ main, side },
    onwards: within.filter(({ fromRow, toRow }) => toRow > fromRow),
    back: within.filter(({ fromRow, toRow }) => toRow < fromRow),
    aside: firstInto(all.filter(({ from, to }) => rowOf.has(from) && !rowOf.has(to))),
  };
}

const laid = (stage: string, row: number): LaidStage => ({
  ...{ stage, row, word: proposalStages[stage as keyof typeof proposalStages] },
  isFinal: (FINAL_PROPOSAL_STAGES as readonly string[]).includes(stage),
});

/** From the draft to the archive by the fewest steps. */
function shortestWay(arrows: readonly Arrow[]): string[] {
  const ways: string[][] = [[BEGINNING]];
  const seen = new Set<string>([BEGINNING]);
  for (const way of ways) {
    const last = way[way.length - 1];
    if (last === END) return way;
    for (const { from, to } of arrows) {
      if (from !== last || seen.has(to)) continue;
      seen.add(to);
      ways.push([...way, to]);
    }
  }
  throw new Error('no way leads from the draft to the archive');
}

/** Each beside the first stage that leads there; where several do, half a row apart. */
function beside(arrows: readonly Arrow[], rowOf: ReadonlyMap<string, number>): LaidStage[] {
  const stages = PROPOSAL_STAGES.filter((stage) => !rowOf.has(stage));
  const wanted = stages.map((stage) => {
    const rows = arrows.filter(({ to }) => to === stage).map(({ from }) => rowOf.get(from) ?? Infinity);
    return { stage, row: Math.min(...rows) };
  });
  let free = 0;
  return [...wanted]
    .sort((one, other) => one.row - other.row)
    .map(({ stage, row }) => {
      const place = Math.max(row, free);
      free = place + 1;
      return laid(stage, place);
    });
}

/** Of several ways to the same end the first is drawn; the text has them all. */
const firstInto = (arrows: readonly LaidArrow[]): LaidArrow[] =>
  arrows.filter((arrow, at) => arrows.findIndex(({ to }) => to === arrow.to) === at);
