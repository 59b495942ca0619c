import type { AgendaChoice } from '../../evaluation/agenda-choices.service';

type Places = Readonly<Record<number, string>>;

/** The places as a form sent them. */
export const placesSent = (
  choices: readonly AgendaChoice[],
  sent: Readonly<Record<string, unknown>>,
): Places => Object.fromEntries(choices.map(({ id }) => [id, textOf(sent[`place-${id}`])]));

/** The ids in the order of their places; equal ones as they stand. What has no number is not on the agenda. */
export function inOrder(choices: readonly AgendaChoice[], places: Places): number[] {
  const placed = choices.flatMap(({ id }) =>
    /^\d{1,3}$/.test(places[id] ?? '') ? [{ id, at: Number(places[id]) }] : [],
  );
  return placed.sort((one, other) => one.at - other.at).map(({ id }) => id);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
