import { flush, keptWithNext, type OfficialDocument, title } from '../platform/documents/blocks';
import type { Assigned } from './case-documents';
import {
  bodyBlocks,
  contactBlocks,
  dayOfMoment,
  fullUnitName,
  shortCommittee,
  titleAbout,
} from './letter-words';
import { named, type PaperCase } from './paper-case';
import type { OpinionRow } from './paper-rows';

/** A co-handler's opinion (会办意见): to the lead under a number of its own, never to the sponsor. */
export function opinionLetter(paper: PaperCase, assigned: Assigned, row: OpinionRow): OfficialDocument {
  const { dossier, handling } = paper;
  const { docNo, body } = assigned.opinion as NonNullable<Assigned['opinion']>;
  const unit = fullUnitName(handling.committee.name, assigned.unitName);
  const day = dayOfMoment(row.givenAt);
  const committee = `${shortCommittee(handling.committee.name)}提案委`;
  return {
    name: named(paper, '会办意见', assigned.unitName),
    issuer: unit,
    numbered: true,
    blocks: [
      { kind: 'head', text: unit },
      { kind: 'number', text: docNo ?? '', signer: row.signer },
      title(titleAbout(paper, '关于', '的会办意见')),
      flush(`${leadsOf(paper, assigned).join('、')}：`),
      ...keptWithNext(bodyBlocks(body)),
      { kind: 'signature', names: [unit], day },
      ...contactBlocks(row.contactName, row.contactPhone),
      {
        kind: 'imprint',
        copies: [...(dossier.officeName ? [dossier.officeName] : []), committee],
        issuer: unit,
        day,
      },
    ],
  };
}

/** Whoever led when it was written; a lead that was let go only where there is no other. */
function leadsOf({ dossier }: PaperCase, { round }: Assigned): string[] {
  const leads = dossier.assignments.filter((each) => each.role === 'lead' && each.round === round);
  const atWork = leads.filter(({ stage }) => stage !== 'released');
  return (atWork.length > 0 ? atWork : leads).map(({ unitName }) => unitName);
}
