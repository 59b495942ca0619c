import { type EntityManager, In } from 'typeorm';
import { fault } from '../people/faults';
import { Sponsor } from '../people/sponsors/sponsor.entity';
import { validOn } from '../people/validity';
import type { FieldFault } from '../platform/web/errors';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';

type Contact = Pick<Sponsorship, 'name' | 'contactName' | 'contactPost' | 'contactPhone'>;

/** Whom to ring about this case, as it was then: the case keeps it whatever becomes of the directory. */
export function contactOf({ name, contactName, contactPost, contactPhone }: Sponsor): Contact {
  return { name, contactName, contactPost, contactPhone };
}

/** Writes down the contacts anew, of all who sign. */
export async function refreshContacts(em: EntityManager, proposalId: number): Promise<void> {
  const rows = await em.findBy(Sponsorship, { proposalId, signature: 'agreed' });
  const sponsors = await em.findBy(Sponsor, { id: In(rows.map(({ sponsorId }) => sponsorId)) });
  for (const sponsor of sponsors) {
    await em.update(Sponsorship, { proposalId, sponsorId: sponsor.id }, contactOf(sponsor));
  }
}

/** Sponsors who exist today by id, and what is wrong with the others. */
export async function findSponsors(
  em: EntityManager,
  ids: readonly number[],
  today: string,
  fieldOf: (at: number) => string,
): Promise<{ found: Sponsor[]; faults: FieldFault[] }> {
  const rows = await em.findBy(Sponsor, { id: In([...ids]) });
  const faults: FieldFault[] = [];
  const found = ids.flatMap((id, at) => {
    const sponsor = rows.find((row) => row.id === id);
    if (sponsor && validOn(sponsor, today)) return [sponsor];
    const why = sponsor ? `“${sponsor.name}”今日不在有效期内` : `编号 ${id} 的提案者不存在`;
    faults.push(fault(fieldOf(at), 'unknown', `${why}，请重新选择。`));
    return [];
  });
  return { found, faults };
}
