import { type Actor, wears } from '../lifecycle/people';
import type { DossierService } from '../proposals/dossier/dossier.service';

export type Dossier = Awaited<ReturnType<DossierService['read']>>;
export type Assigned = Dossier['assignments'][number];
export type DocumentKind =
  'sheet' | 'opinionForm' | 'reply' | 'opinion' | 'returnRequest' | 'extension' | 'urging';

/** A document of a case that its reader may open: as a page to print, and as a file. */
export interface CaseDocument {
  readonly kind: DocumentKind;
  /** The case, the assignment, or the number of the letter. */
  readonly of: number;
  readonly name: string;
  readonly href: string;
  readonly docx: string;
}

/**
 * Which documents of a case exist for this reader, in the order of its life. It knows no more than the dossier says, and
 * what is not listed here cannot be opened: what may not be read in the dossier is printed nowhere.
 */
export function documentsOf(dossier: Dossier, actor: Actor): CaseDocument[] {
  if (dossier.caseNo === null) return [];
  const { id } = dossier;
  return [
    documentAt('sheet', id, '提案办理单', `/proposals/${id}/sheet`),
    ...dossier.assignments.flatMap((each) => ofAssignment(dossier, each)),
    ...urgingsOf(dossier),
    ...(ratesOrHelps(dossier, actor)
      ? [documentAt('opinionForm', id, '征询意见表', `/proposals/${id}/opinion-form`)]
      : []),
  ];
}

const documentAt = (kind: DocumentKind, of: number, name: string, href: string): CaseDocument => ({
  ...{ kind, of, name, href },
  docx: `${href}.docx`,
});

function ofAssignment({ happenings }: Dossier, assignment: Assigned): CaseDocument[] {
  const { id, unitName, opinion, round } = assignment;
  const at = (kind: DocumentKind, name: string, path: string) =>
    documentAt(
      kind,
      id,
      `${name}（${unitName}${round > 1 ? `，第${round}轮` : ''}）`,
      `/assignments/${id}/${path}`,
    );
  const asked = (kind: 'return' | 'extension') =>
    happenings.some((each) => each.kind === kind && each.assignmentId === id);
  return [
    ...(asked('return') ? [at('returnRequest', '退办申请', 'return-request')] : []),
    ...(asked('extension') ? [at('extension', '延期审批', 'extension')] : []),
    ...(opinion ? [at('opinion', '会办意见', 'opinion')] : []),
    ...(hasLetter(assignment) ? [at('reply', isDraft(assignment) ? '答复函草稿' : '答复函', 'reply')] : []),
  ];
}

/** Nobody will ever issue the draft of a unit that has been released. */
const hasLetter = ({ reply, stage }: Assigned): boolean =>
  reply !== null && (reply.issuedAt !== null || stage !== 'released');

export const isDraft = ({ reply }: Assigned): boolean => reply?.issuedAt === null;

const urgingsOf = ({ id, happenings }: Dossier): CaseDocument[] =>
  happenings
    .filter(({ kind }) => kind === 'urging')
    .map(({ title }) => {
      const number = Number(title);
      return documentAt('urging', number, `催办函第${number}号`, `/proposals/${id}/urgings/${number}`);
    });

/** On paper as on the screen: a rating is between the sponsor and the committee, no unit hands out the form. */
function ratesOrHelps(dossier: Dossier, actor: Actor): boolean {
  if (dossier.stage !== 'replied') return false;
  const inside = 'recommendation' in dossier;
  const own = [
    ...dossier.sponsors.map(({ sponsorId }) => sponsorId),
    ...dossier.family.followers.map(({ leadSponsorId }) => leadSponsorId),
    ...dossier.clocks.flatMap(({ clock, owerScope }) => (clock === 'feedback' ? [owerScope] : [])),
  ];
  return inside || own.some((sponsorId) => wears(actor, 'sponsor', sponsorId));
}
