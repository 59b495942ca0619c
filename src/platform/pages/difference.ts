/** A stretch of a text: the same in both, only in the older, only in the newer. */
export interface Stretch {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond so many differences the two are told apart as wholes: nobody reads a patchwork. */
const MOST_EDITS = 400;
/** What stays the same between two changes, and is shorter, is shown as changed with them. */
const SHORTEST_SAME = 2;

/** What became of a text, by words: single Chinese characters, and runs of letters or digits (Myers 1986, bounded). */
export function difference(before: string, after: string): Stretch[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = between(old.slice(start, old.length - end), now.slice(start, now.length - end));
  const head = { kind: 'same', text: old.slice(0, start).join('') } as const;
  const tail = { kind: 'same', text: old.slice(old.length - end).join('') } as const;
  return joined([head, ...middle, tail]);
}

const wordsOf = (text: string): string[] => text.match(/[A-Za-z]+|\d+(?:\.\d+)?|[^]/gu) ?? [];

function between(old: string[], now: string[]): Stretch[] {
  const whole: Stretch[] = [
    { kind: 'removed', text: old.join('') },
    { kind: 'added', text: now.join('') },
  ];
  return old.length === 0 || now.length === 0 ? whole : (shortestEdit(old, now) ?? whole);
}

/** Null where it takes too many edits. `front[k]` is how far the diagonal k has come. */
function shortestEdit(old: string[], now: string[]): Stretch[] | null {
  const most = Math.min(old.length + now.length, MOST_EDITS);
  const front = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(front.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const down = k === -edits || (k !== edits && front[middle + k - 1] < front[middle + k + 1]);
      let x = down ? front[middle + k + 1] : front[middle + k - 1] + 1;
      while (x < old.length && x - k < now.length && old[x] === now[x - k]) x += 1;
      front[middle + k] = x;
      if (x >= old.length && x - k >= now.length) return walkedBack(trace, old, now);
    }
  }
  return null;
}

function walkedBack(trace: readonly Int32Array[], old: string[], now: string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [x, y] = [old.length, now.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const at = (k: number) => trace[edits][k + edits + 1];
    const k = x - y;
    const down = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const startX = edits === 0 ? 0 : at(down ? k + 1 : k - 1);
    const startY = edits === 0 ? 0 : startX - (down ? k + 1 : k - 1);
    const since = edits === 0 ? 0 : down ? startX : startX + 1;
    stretches.push({ kind: 'same', text: old.slice(since, x).join('') });
    if (edits > 0)
      stretches.push(down ? { kind: 'added', text: now[startY] } : { kind: 'removed', text: old[startX] });
    [x, y] = [startX, startY];
  }
  return stretches.reverse();
}

/** Neighbours of a kind in one; within a change what is gone stands before what has come. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  let [removed, added] = ['', ''];
  const close = () => {
    if (removed) result.push({ kind: 'removed', text: removed });
    if (added) result.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  const filled = stretches.filter(({ text }) => text !== '');
  for (const [place, { kind, text }] of filled.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text.length < SHORTEST_SAME && (removed || added) && place < filled.length - 1) {
      removed += text;
      added += text;
    } else {
      close();
      result.push({ kind, text });
    }
  }
  close();
  return result;
}
