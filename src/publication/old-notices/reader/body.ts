import { goesOnInSummary, itemStarts } from './grouping';
import { dayIn } from './days';
import { isHeadField, isName, isSignature, placeLabelled } from './head';
import { goesOn } from './names';
import { type Entry, type Field, isField, notUnderstood, type Placed, placed } from './pieces';
import { isOpen } from './subject';

/** A field that lines without a label may still belong to. */
interface Open {
  readonly field: Field;
  readonly said: string;
}

/** The items: which field of which item each line is. `isDated` when the lines before them have said the day. */
export function placeBody(entries: readonly Entry[], isDated: boolean): Placed[] {
  const tail = tailFrom(entries, !isDated);
  const body = withProse(entries.slice(0, tail));
  return [...placeItems(body), ...entries.slice(tail).map(placeInTail)];
}

/** A second label of the summary within one item is text. */
function withProse(entries: readonly Entry[]): Entry[] {
  const fields = entries.filter(({ kind }) => isField(kind));
  const prose = goesOnInSummary(fields.map(({ kind }) => kind as Field));
  const isProse = new Set(fields.filter((_, at) => prose[at]));
  return entries.map((entry) =>
    isProse.has(entry)
      ? { ...entry, kind: 'free', lead: '', label: '', value: entry.lead + entry.label + entry.value }
      : entry,
  );
}

function placeItems(entries: readonly Entry[]): Placed[] {
  const fields = entries.filter(({ kind }) => isField(kind));
  const starts = itemStarts(fields.map(({ kind }) => kind as Field));
  const begins = new Set(fields.filter((_, at) => starts[at]));
  let item = 0;
  let open: Open | null = null;
  return entries.map((entry): Placed => {
    if (begins.has(entry)) item += 1;
    if (isField(entry.kind)) {
      open = { field: entry.kind, said: entry.value };
      return placed(entry, entry.kind, item);
    }
    if (entry.kind !== 'free') {
      open = null;
      return notUnderstood(entry, 'noPlace', item);
    }
    if (entry.value.trim() === '') return placed(entry, 'sign', item);
    if (entry.heading || !open || !takesMore(open))
      return notUnderstood(entry, entry.heading ? 'heading' : 'unlabelled', item);
    open = { field: open.field, said: open.said + entry.value };
    return placed(entry, open.field, item);
  });
}

/** Prose goes on for ever; a subject until its marks close, a list while it ends in a comma. */
function takesMore({ field, said }: Open): boolean {
  if (field === 'summary' || said.trim() === '') return true;
  if (said.length > 500) return false;
  return field === 'subject' ? isOpen(said) : field !== 'tag' && goesOn(said);
}

/** Many committees sign at the end: where what belongs to the whole notice begins there. */
function tailFrom(entries: readonly Entry[], signs: boolean): number {
  let from = entries.length;
  for (let at = from - 1; at > 0; at--) {
    const entry = entries[at];
    const isDated = signs && isSignature(entry);
    const isIssuer = signs && isName(entry) && at + 1 === from && dayIn(entries[from]?.value ?? '') !== null;
    if (!isDated && !isIssuer && !isHeadField(entry.kind)) break;
    from = at;
  }
  return from;
}

function placeInTail(entry: Entry): Placed {
  const labelled = placeLabelled(entry);
  if (labelled) return labelled;
  if (!isSignature(entry)) return placed(entry, 'issuer');
  return placed(entry, dayIn(entry.value) ? 'datedOn' : 'signature');
}
