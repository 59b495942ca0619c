import { dayWords } from '../../../platform/pages/day-words';
import type { Happening } from '../../../proposals/facts/happenings';
import type { Dossier } from '../../deeds/deed-subject';
import { Paragraphs } from '../../desks/case-text';

const ANSWERS: Record<string, string> = { open: '等待提案委答复', urged: '已发催办函', declined: '不予催办' };

/** Urging letters, who asked for them, and how leaders supervised. */
export function urgingSection({ happenings }: Dossier) {
  const urged = happenings.filter(({ kind }) => ['urging', 'urgingRequest', 'supervision'].includes(kind));
  if (urged.length === 0) return null;
  return (
    <ol class="timeline">
      {urged.map((each) => (
        <li>
          <time dateTime={each.on}>{dayWords(each.on)}</time>
          {titleOf(each)}
          <Paragraphs text={each.text} />
        </li>
      ))}
    </ol>
  );
}

function titleOf({ kind, title, result }: Happening): string {
  if (kind === 'urging') return `催办函第${title}号`;
  if (kind === 'supervision') return `${title}督办`;
  return `${title}请求催办：${ANSWERS[result ?? 'open'] ?? result}`;
}
