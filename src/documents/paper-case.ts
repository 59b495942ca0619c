import type { HandlingRules } from '../../config/handling-rules';
import type { Dossier } from './case-documents';

/** To whom a letter is written. */
export interface Addressee {
  readonly name: string;
  /** A member, whose name is followed by 委员; a body is called by its name alone. */
  readonly person: boolean;
}

/** A sponsor of the case or of one merged into it, as the case keeps the name. */
export interface PaperSponsor extends Addressee {
  readonly sponsorId: number;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
}

/** What every document of a case is made of: the dossier as its reader may see it, and how things are called here. */
export interface PaperCase {
  readonly dossier: Dossier;
  readonly sponsors: readonly PaperSponsor[];
  readonly handling: HandlingRules;
  /** Where the page of the document is. */
  readonly href: string;
}

/** Of a joint case its own, otherwise that of the newest text. */
export const subjectOf = ({ dossier: { jointSubject, subject } }: PaperCase): string =>
  jointSubject || subject;

/** Document names hold no text of their writers: a number and a body are enough to find a file again. */
export const named = ({ dossier }: PaperCase, what: string, more?: string): string =>
  `${what}（第${dossier.caseNo}号提案${more ? `，${more}` : ''}）`;

/** Whom to call: a body has a contact person, a member is called by phone. */
export const contactParts = ({ name, contactName, contactPhone }: PaperSponsor): string[] =>
  [contactName === name ? null : contactName, contactPhone].filter((part) => part !== null);
