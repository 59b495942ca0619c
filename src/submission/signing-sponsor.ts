import { type EntityManager, In } from 'typeorm';
import { fault } from '../people/faults';
import { SponsorAlias } from '../people/sponsors/sponsor-alias.entity';
import { Sponsor } from '../people/sponsors/sponsor.entity';
import { validOn } from '../people/validity';
import { type FieldFault, Invalid } from '../platform/web/errors';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';

type Contact = Pick<Sponsorship, 'name' | 'contactName' | 'contactPost' | 'contactPhone'>;

/** Whom to ring about this case, as it was then: the case keeps it whatever becomes of the directory. */
export function contactOf({ name, contactName, contactPost, contactPhone }: Sponsor): Contact {
  return { name, contactName, contactPost, contactPhone };
}

/** Writes down the contacts anew, of all who sign; a body that signs by one of its other names goes on doing so. */
export async function refreshContacts(em: EntityManager, proposalId: number): Promise<void> {
  const rows = await em.findBy(Sponsorship, { proposalId, signature: 'agreed' });
  const ids = rows.map(({ sponsorId }) => sponsorId);
  const sponsors = await em.findBy(Sponsor, { id: In(ids) });
  const aliases = await em.findBy(SponsorAlias, { sponsorId: In(ids) });
  for (const { id, sponsorId, name } of rows) {
    const sponsor = sponsors.find((each) => each.id === sponsorId);
    const signsByAlias = aliases.some((alias) => alias.sponsorId === sponsorId && alias.name === name);
    if (sponsor)
      await em.update(Sponsorship, id, { ...contactOf(sponsor), ...(signsByAlias ? { name } : {}) });
  }
}

/** The name a sponsor signs by: its own, or one of its aliases where it says so. */
export async function signatureName(
  em: EntityManager,
  sponsor: Sponsor,
  signedAs: string | null | undefined,
): Promise<string> {
  if (!signedAs || signedAs === sponsor.name) return sponsor.name;
  const isAlias = await em.existsBy(SponsorAlias, { sponsorId: sponsor.id, name: signedAs });
  if (isAlias) return signedAs;
  throw new Invalid([
    fault('signedAs', 'unknown', `「署名」“${signedAs}”不是该提案者的名称或别名，请改正。`),
  ]);
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
