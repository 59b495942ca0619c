import { type Actor, wears } from '../lifecycle/people';
import type { Names } from '../people/names.service';

/** The name of the sponsor staff act for; null when the sponsor acts, or somebody who stands for no sponsor. */
export async function onBehalfOf(names: Names, actor: Actor, sponsorId: number): Promise<string | null> {
  if (wears(actor, 'sponsor', sponsorId) || !wears(actor, 'committee')) return null;
  return (await names.sponsorNames([sponsorId])).get(sponsorId) ?? null;
}
