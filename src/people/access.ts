import { type Actor, type Hat, wears } from '../lifecycle/people';
import { Refused } from '../platform/web/errors';

export const KEEPERS: Hat[] = ['committee', 'administrator'];
const CONTACT_READERS: Hat[] = ['committee', 'director', 'office', 'administrator', 'auditor'];
const CONTACTS = ['contactName', 'contactPost', 'contactPhone', 'phone'];

/** @throws Refused unless the actor keeps the directory of people and bodies. */
export function requireKeeper(actor: Actor): void {
  if (actor.system || KEEPERS.some((hat) => wears(actor, hat))) return;
  throw new Refused([{ code: 'notYours', message: '只有提案委工作人员或系统管理员可以维护名录。' }], 403);
}

/** The row as this actor may see it: everybody finds a body, but whom to ring is for those who arrange the work. */
export function shownTo<T extends object>(actor: Actor, row: T): T {
  if (actor.system || CONTACT_READERS.some((hat) => wears(actor, hat))) return row;
  return Object.fromEntries(Object.entries(row).filter(([field]) => !CONTACTS.includes(field))) as T;
}
