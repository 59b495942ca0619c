import type { OpenButton } from '../../proposals/dossier/open-actions';
import { withQuery } from '../../platform/pages/local-path';
import { deedPath } from '../deeds/deed-words';

interface Props {
  readonly subject: Parameters<typeof deedPath>[0];
  readonly id: number;
  readonly actions: readonly OpenButton[];
  /** What the page does not speak of at all, and what it has a form or a link for: of that only what is in the way. */
  readonly omit?: readonly string[];
  readonly elsewhere?: readonly string[];
  /** The one that leads on: its button stands out. */
  readonly first?: string;
  /** Where one comes back to. */
  readonly back?: string;
}

/** What the rulebook opens to the reader, as links to the deeds; what is still in the way of the others in words. */
export function DeedLinks({ subject, id, actions, omit = [], elsewhere = [], first, back }: Props) {
  const shown = actions.filter(({ action }) => !omit.includes(action));
  const open = shown.filter(({ action, reasons }) => reasons.length === 0 && !elsewhere.includes(action));
  const blocked = shown.filter(({ reasons }) => reasons.length > 0);
  const sorted = [...open].sort((one, other) => rank(one, first) - rank(other, first));
  const href = (action: string) => {
    const path = deedPath(subject, id, action);
    return back ? withQuery(path, 'back', back) : path;
  };
  return (
    <>
      {sorted.length > 0 && (
        <div class="btn-list">
          {sorted.map(({ action, word }) => (
            <a class={action === first ? 'btn btn-primary' : 'btn'} href={href(action)}>
              {word}
            </a>
          ))}
        </div>
      )}
      {blocked.length > 0 && (
        <ul class="text-secondary">
          {blocked.map(({ word, reasons }) => (
            <li>
              暂不能{word}：{reasons.map(({ message }) => message.replace(/。$/, '')).join('；')}。
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const rank = ({ action }: OpenButton, first: string | undefined): number => (action === first ? 0 : 1);
