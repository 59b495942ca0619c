import type { FieldFault } from '../../platform/web/errors';
import { fault, nameTaken, type Taken } from '../faults';
import { plainName } from '../plain-name';
import { isSame } from '../taken-names';
import { overlap } from '../validity';

export interface Enrolled extends Taken {
  id?: number;
  termId: number;
  name: string;
  number: string | null;
}

/** The members of all terms, to find who would be entered twice. Two people may bear one name: their cards differ. */
export class MemberRoll {
  private readonly byName = new Map<string, Enrolled[]>();
  private readonly byNumber = new Map<string, Enrolled>();

  constructor(members: Enrolled[]) {
    for (const member of members) this.add(member);
  }

  add(member: Enrolled): void {
    const key = nameKey(member);
    this.byName.set(key, [...(this.byName.get(key) ?? []), member]);
    if (member.number) this.byNumber.set(numberKey(member), member);
  }

  faultsOf(draft: Enrolled): FieldFault[] {
    return [...this.numberFaults(draft), ...this.nameFaults(draft)];
  }

  private numberFaults(draft: Enrolled): FieldFault[] {
    const holder = draft.number ? this.byNumber.get(numberKey(draft)) : undefined;
    if (!holder || isSame(holder, draft)) return [];
    const where = holder.row ? `（第 ${holder.row} 行）` : '';
    return [
      fault('number', 'duplicate', `委员证号“${draft.number}”在本届已属于${holder.name}${where}，请核对。`),
    ];
  }

  private nameFaults(draft: Enrolled): FieldFault[] {
    const namesakes = (this.byName.get(nameKey(draft)) ?? []).filter((member) => !isSame(member, draft));
    const twin = namesakes.find((member) => overlap(member, draft) && !areTwoPeople(member, draft));
    if (!twin) return [];
    const { field, code, message } = nameTaken('name', draft.name, twin);
    return [fault(field, code, `${message}如确是同名的两人，请为两人都填写委员证号。`)];
  }
}

function areTwoPeople(one: Enrolled, other: Enrolled): boolean {
  return !!one.number && !!other.number && plainName(one.number) !== plainName(other.number);
}

const nameKey = ({ termId, name }: Enrolled) => `${termId} ${plainName(name)}`;
const numberKey = ({ termId, number }: Enrolled) => `${termId} ${plainName(number ?? '')}`;
