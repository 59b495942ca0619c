import type { DossierReading } from '../../publication/dossier-reading.service';
import type { Dossier } from '../deeds/deed-subject';

export type PublicationSheet = Awaited<ReturnType<DossierReading['read']>>;
export type InspectedFile = Awaited<ReturnType<DossierReading['inspect']>>;
export type FoundHit = PublicationSheet['hits'][number];

/** Whether the rulebook lets the reader do it now. */
export const canDo = ({ actions }: Pick<Dossier, 'actions'>, action: string): boolean =>
  actions.some((each) => each.action === action && each.reasons.length === 0);
