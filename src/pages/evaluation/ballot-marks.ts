import { CHOICES, type Choice } from '../../evaluation/ballot-paper';
import { dimensionsOf } from '../../evaluation/dimensions';
import type { MarkDto } from '../../evaluation/evaluation.dto';
import type { MeetingSheet } from './meeting-sheet';

/** One place on the paper: an item, in one dimension. */
export interface BallotPlace {
  /** The name of its field. */
  readonly name: string;
  readonly itemId: number;
  readonly dimension: string;
  readonly label: string;
}

export type Marks = ReadonlyMap<string, Choice>;

/** All places of the paper, in the order of the agenda. */
export const placesOn = (sheet: Pick<MeetingSheet, 'items' | 'dimensions'>): BallotPlace[] =>
  sheet.items.flatMap(({ id: itemId }) =>
    dimensionsOf(sheet).map(({ code, label }, at) => ({
      ...{ name: `mark-${itemId}-${at}`, itemId, dimension: code, label },
    })),
  );

/** What was marked; what is no choice is left unmarked. */
export function marksIn(places: readonly BallotPlace[], sent: Readonly<Record<string, unknown>>): Marks {
  return new Map(
    places.flatMap(({ name }) => {
      const choice = CHOICES.find((each) => each === sent[name]);
      return choice ? [[name, choice] as const] : [];
    }),
  );
}

/** The marks as the API takes them. */
export const choicesOf = (places: readonly BallotPlace[], marks: Marks): MarkDto[] =>
  places.flatMap(({ name, itemId, dimension }) => {
    const choice = marks.get(name);
    return choice ? [{ itemId, dimension, choice }] : [];
  });
