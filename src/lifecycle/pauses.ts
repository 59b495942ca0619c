/** Time that does not count: half-open, in day numbers or in milliseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A pause, a resumption or the stop of a clock, in the order of time or in any other. */
export interface Turn {
  readonly kind: string;
  readonly at: number;
}

const STEPS: Readonly<Record<string, number>> = { pause: 1, resume: -1, stop: -Infinity };

/**
 * The pauses among the turns, in order and apart from each other: where several overlap, time is lost once. A pause
 * that nobody has ended lasts, as far as one can tell, until the last turn.
 */
export function pausesOf(turns: readonly Turn[]): Span[] {
  // A pause comes before the resumption of the same time, else one of no length would never end.
  const inTime = turns
    .filter(({ kind }) => kind in STEPS)
    .sort((a, b) => a.at - b.at || STEPS[b.kind] - STEPS[a.kind]);
  const spans: Span[] = [];
  let depth = 0;
  let from = 0;
  for (const { kind, at } of inTime) {
    const next = Math.max(0, depth + STEPS[kind]);
    if (depth === 0 && next > 0) from = at;
    if (depth > 0 && next === 0) spans.push({ from, to: at });
    depth = next;
  }
  return depth === 0 ? spans : [...spans, { from, to: inTime[inTime.length - 1].at }];
}

/** The end of a time that runs over [start, end), after every pause that began before it had run out. */
export function pushedBack(start: number, end: number, pauses: readonly Span[]): number {
  return pauses.reduce(
    (due, { from, to }) => (from < due && to > start ? due + to - Math.max(from, start) : due),
    end,
  );
}

export function isPaused(number: number, pauses: readonly Span[]): boolean {
  return pauses.some(({ from, to }) => from <= number && number < to);
}
