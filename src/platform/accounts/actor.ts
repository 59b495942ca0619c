/** A hat as an actor wears it; `scopeId` names the body it is worn for, where there is one. */
export interface ActorsHat {
  readonly hat: string;
  readonly scopeId: number | null;
}

/** Who acts: an account, or the system itself (`accountId` null). Fits the shape that the rules ask for. */
export interface Actor {
  readonly accountId: number | null;
  readonly name: string;
  readonly system?: boolean;
  readonly hats: readonly ActorsHat[];
}

/** For what no person does: the first account, clean-ups. */
export const SYSTEM: Actor = { accountId: null, name: '系统', system: true, hats: [] };
