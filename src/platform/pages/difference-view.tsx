import { difference, type Stretch } from './difference';

/** What stays between two changes and is longer than this is cut in its middle. */
const CONTEXT = 60;

/** A name or a choice is read as a whole. */
const SHORT = 20;

/** What became of a text; said in words, too, for those who see no colour. */
export const Difference = ({ before, after }: { before: string; after: string }) => (
  <div class="diff">
    {(before.length < SHORT && after.length < SHORT ? wholes(before, after) : difference(before, after)).map(
      ({ kind, text }) =>
        kind === 'removed' ? (
          <del>
            <span class="visually-hidden">删去：</span>
            {text}
          </del>
        ) : kind === 'added' ? (
          <ins>
            <span class="visually-hidden">增加：</span>
            {text}
          </ins>
        ) : (
          <span>{shortened(text)}</span>
        ),
    )}
  </div>
);

const wholes = (before: string, after: string): Stretch[] => [
  ...(before === '' ? [] : [{ kind: 'removed', text: before } as const]),
  ...(after === '' ? [] : [{ kind: 'added', text: after } as const]),
];

const shortened = (text: string): string =>
  text.length > 3 * CONTEXT ? `${text.slice(0, CONTEXT)}……${text.slice(-CONTEXT)}` : text;
