import type { Candidate } from '../../people/name-book';
import { personalDataIn } from '../personal-data';
import type { UnknownName } from './linking';
import type { Read } from './old-notice-reading.service';
import { DOUBT_WORDS, WHY_WORDS } from './old-notice-words';

export type OldNoticePreview = ReturnType<typeof previewOf>;

/** What was understood, what was not, and what a person still has to say. */
export function previewOf({ understood, questions }: Read) {
  const { pieces, doubts, sponsors, units, joinable: _, items, ...head } = understood;
  return {
    ...head,
    items: items.map((item) => ({ ...item, personalData: personalDataIn(item.summary) })),
    lines: pieces,
    notUnderstood: pieces.flatMap(({ as, line, text, why = 'unlabelled' }) =>
      as === 'notUnderstood' ? [{ line, text, why, whyWord: WHY_WORDS[why] }] : [],
    ),
    doubts: doubts.map((doubt) => ({ ...doubt, word: DOUBT_WORDS[doubt.code] })),
    unknownSponsors: sponsors.unknown.map(askedOf),
    unknownUnits: units.unknown.map(askedOf),
    questions,
    ready: questions.length === 0,
  };
}

const askedOf = ({ name, items, candidates }: UnknownName) => ({
  name,
  items,
  candidates: candidates.map(shown),
});

/** Whom to ring is nobody's business here. */
const shown = ({ id, name, kind, validFrom, validTo }: Candidate) => ({ id, name, kind, validFrom, validTo });
