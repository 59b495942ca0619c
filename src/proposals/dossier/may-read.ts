import type { Side } from '../../lifecycle/people';

/** On which sides of the table a reader sits in a case. */
export type Sides = readonly Side[] | 'all';

/**
 * Whether these sides may read what a deed leaves behind. The row of its table says so for all doors alike: what is
 * hidden in the history must not stand in the dossier.
 */
export function mayRead(sides: Sides, { seenBy }: { readonly seenBy?: readonly Side[] }): boolean {
  return sides === 'all' || !seenBy || seenBy.some((side) => sides.includes(side));
}
