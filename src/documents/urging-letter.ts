import { flush, keptWithNext, type OfficialDocument, paragraph, title } from '../platform/documents/blocks';
import { inBookMarks } from '../proposals/book-marks';
import { bodyBlocks, dayOfMoment, proposalCommittee, titleAbout } from './letter-words';
import { named, type PaperCase, subjectOf } from './paper-case';
import type { Urging } from './paper-rows';

/** A numbered urging letter (催办函): to those who were at work when it was written, or to the office that had not assigned. */
export function urgingLetter(paper: PaperCase, number: number, row: Urging): OfficialDocument {
  const { dossier, handling } = paper;
  const issuer = proposalCommittee(handling.committee.name);
  const units = row.units.map(({ unitName }) => unitName);
  const office = dossier.officeName ? [dossier.officeName] : [];
  const subject = subjectOf(paper);
  const day = dayOfMoment(row.issuedAt);
  return {
    name: named(paper, `催办函第${number}号`),
    issuer,
    numbered: true,
    blocks: [
      { kind: 'head', text: issuer },
      { kind: 'number', text: `催办函第${number}号` },
      title(titleAbout(paper, '关于催办', '的函')),
      flush(`${(units.length > 0 ? units : office).join('、')}：`),
      // The clerk's text begins with it as a rule.
      ...(row.body.includes(subject) ? [] : [paragraph(`提案案由：${inBookMarks(subject)}。`)]),
      ...keptWithNext(bodyBlocks(row.body)),
      { kind: 'signature', names: [issuer], day },
      ...(units.length > 0 && office.length > 0
        ? [{ kind: 'imprint', copies: office, issuer, day } as const]
        : []),
    ],
  };
}
