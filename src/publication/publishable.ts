import { foundIn } from './clearance';
import type { Hit } from './personal-data';
import type { RawText } from './public-text';
import { type Decisions, redacted } from './redaction';
import { keyOf } from './searched-text';

/** The text of a case as readers would get it, and what of it nobody has decided about. */
export interface Publishable {
  readonly subject: string;
  readonly document: RawText['document'];
  readonly text: string;
  readonly open: readonly Hit[];
}

export const foundInText = ({ subject, text, strangers }: RawText): Hit[] =>
  foundIn(`${subject}\n${text}`, strangers);

/**
 * Applies what was decided. The outcome is searched once more: what was cut may have brought two pieces together that
 * mean something as one.
 */
export function publishable(raw: RawText, decisions: Decisions): Publishable {
  const { document, strangers } = raw;
  const subject = redacted(raw.subject, strangers, decisions);
  const text = redacted(raw.text, strangers, decisions);
  const left = foundIn(`${subject}\n${text}`, strangers);
  return {
    subject,
    document,
    text,
    open: left.filter((hit) => decisions.get(keyOf(hit.text)) !== 'accepted'),
  };
}
