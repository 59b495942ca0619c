import { difference } from './difference';

/** What stays between two changes and is longer than this is cut in its middle. */
const CONTEXT = 60;

/** What became of a text; said in words, too, for those who see no colour. */
export const Difference = ({ before, after }: { before: string; after: string }) => (
  <div class="diff">
    {difference(before, after).map(({ kind, text }) =>
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

const shortened = (text: string): string =>
  text.length > 3 * CONTEXT ? `${text.slice(0, CONTEXT)}……${text.slice(-CONTEXT)}` : text;
