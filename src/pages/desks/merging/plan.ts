import { familySponsors } from '../../../proposals/family';
import { idIn, idsIn, textIn } from '../asked';
import type { ComparedCase } from '../compare/compared-cases.service';

/** How the cases of a basket are to be merged, as far as it has been said. */
export interface Plan {
  readonly ids: readonly number[];
  readonly principalId?: number;
  readonly jointSubject: string | null;
  readonly reason: string | null;
  /** The wanted place of each sponsor; those without one follow. */
  readonly places: ReadonlyMap<number, number>;
}

type Fields = Readonly<Record<string, unknown>>;

export const MOST_CASES = 6;

export function planIn(asked: Fields): Plan {
  const places = Object.entries(asked).flatMap(([name, value]) => {
    const id = name.startsWith('place-') ? idIn(name.slice('place-'.length)) : undefined;
    const place = idIn(value);
    return id && place ? [[id, place] as const] : [];
  });
  return {
    ids: idsIn(asked.ids, MOST_CASES),
    principalId: idIn(asked.principalId),
    jointSubject: textIn(asked.jointSubject),
    reason: longTextIn(asked.reason),
    places: new Map(places),
  };
}

const longTextIn = (value: unknown) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 2000) : null;

/** All sponsors of the cases, each once, as the merged case will have them. */
export function sponsorsIn(cases: readonly ComparedCase[], { principalId, places }: Plan) {
  const all = cases.map(({ id, sponsors }) => ({
    ...{ id, sponsors: sponsors.map((each) => ({ ...each, sponsorId: each.id })) },
  }));
  const named = [...places].sort(([, one], [, other]) => one - other).map(([id]) => id);
  return familySponsors({
    jointOrder: named,
    principal: all.find(({ id }) => id === principalId)?.sponsors ?? [],
    followers: all.filter(({ id }) => id !== principalId).map(({ sponsors }) => sponsors),
  });
}

/** What is asked of the API for one case that follows the principal; an order only where one was given. */
export function proposalFor(follower: ComparedCase, cases: readonly ComparedCase[], plan: Plan): object {
  const principal = cases.find(({ id }) => id === plan.principalId);
  const both = [follower, principal].flatMap((each) => each?.sponsors ?? []).map(({ id }) => id);
  const order = sponsorsIn(cases, plan)
    .map(({ id }) => id)
    .filter((id) => both.includes(id));
  return {
    principalId: plan.principalId,
    reason: plan.reason,
    jointSubject: plan.jointSubject,
    ...(plan.places.size > 0 ? { sponsorOrder: order } : {}),
    ...(follower.sessionId !== principal?.sessionId ? { acrossSessions: true } : {}),
  };
}
