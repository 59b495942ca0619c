import type { FieldFault } from '../platform/web/errors';
import { nameTaken, type Taken } from './faults';
import { plainName } from './plain-name';
import { overlap } from './validity';

export interface NamedSpan extends Taken {
  id?: number;
  name: string;
}

/** The names in use and when: one name may return once its first bearer has ended. */
export class TakenNames {
  private readonly bearers = new Map<string, NamedSpan[]>();

  constructor(bearers: NamedSpan[]) {
    for (const bearer of bearers) this.add(bearer);
  }

  add(bearer: NamedSpan): void {
    const key = plainName(bearer.name);
    this.bearers.set(key, [...(this.bearers.get(key) ?? []), bearer]);
  }

  faultsOf(draft: NamedSpan): FieldFault[] {
    const sameName = this.bearers.get(plainName(draft.name)) ?? [];
    const taken = sameName.find((bearer) => !isSame(bearer, draft) && overlap(bearer, draft));
    return taken ? [nameTaken('name', draft.name, taken)] : [];
  }
}

/** Rows that are not in the directory yet have no id and are never the same. */
export function isSame(one: { id?: number }, other: { id?: number }): boolean {
  return one.id !== undefined && one.id === other.id;
}
