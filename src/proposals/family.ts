/** Of a principal and those that follow it, in the order in which they were filed. */
export interface Family<T extends { readonly sponsorId: number }> {
  /** The order agreed on when the cases were merged; it may name some of the sponsors only. */
  readonly jointOrder: readonly number[] | null;
  readonly principal: readonly T[];
  readonly followers: readonly (readonly T[])[];
}

/**
 * All sponsors of a case, each once: first those the joint order names, in its order, then the principal's own, then
 * those of its followers. A name in the order that is no sponsor of the family counts for nothing.
 */
export function familySponsors<T extends { readonly sponsorId: number }>({
  jointOrder,
  principal,
  followers,
}: Family<T>): T[] {
  const everyone = [...principal, ...followers.flat()];
  const named = (jointOrder ?? []).flatMap(
    (id) => everyone.find((sponsor) => sponsor.sponsorId === id) ?? [],
  );
  const inOrder = [...named, ...everyone];
  return inOrder.filter(
    ({ sponsorId }, at) => inOrder.findIndex((sponsor) => sponsor.sponsorId === sponsorId) === at,
  );
}
