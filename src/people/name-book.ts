import { plainName } from './plain-name';
import { type Dated, validOn } from './validity';

export interface Candidate extends Dated {
  id: number;
  name: string;
  kind: string;
}

/** Who is meant by a name. When several may be, all are given: nobody guesses. */
export class NameBook {
  private readonly bearers = new Map<string, Map<number, Candidate>>();

  constructor(candidates: Candidate[], aliases: { of: number; name: string }[]) {
    const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    for (const { id, name } of candidates) this.enter(name, byId.get(id));
    for (const { of, name } of aliases) this.enter(name, byId.get(of));
  }

  /** Everybody of this name or alias who existed on the day. */
  find(name: string, day: string): Candidate[] {
    return this.ever(name).filter((candidate) => validOn(candidate, day));
  }

  /** Everybody who ever bore this name or alias: for whoever is asked what an old paper meant. */
  ever(name: string): Candidate[] {
    return [...(this.bearers.get(plainName(name))?.values() ?? [])];
  }

  private enter(name: string, candidate: Candidate | undefined): void {
    if (!candidate) return;
    const key = plainName(name);
    this.bearers.set(key, (this.bearers.get(key) ?? new Map()).set(candidate.id, candidate));
  }
}
