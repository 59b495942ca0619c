import { fault, phoneFaults } from '../people/faults';
import type { FieldFault } from '../platform/web/errors';
import type { Reply } from '../proposals/entities/reply.entity';
import type { DraftReplyDto } from './reply.dto';

export type Draft = Pick<
  Reply,
  'body' | 'class' | 'promises' | 'contactPerson' | 'contactPhone' | 'publicity' | 'publicityReason'
>;

export const EMPTY: Draft = {
  body: '',
  class: null,
  promises: [],
  contactPerson: '',
  contactPhone: '',
  publicity: null,
  publicityReason: null,
};

/** The draft with what was sent; what was sent empty is cleared, what was not sent stays. */
export function revised(before: Draft, sent: Partial<DraftReplyDto>): Draft {
  const parts = (Object.keys(EMPTY) as (keyof Draft)[]).map((part) => [
    part,
    revisedPart(part, before, sent),
  ]);
  return Object.fromEntries(parts) as Draft;
}

const revisedPart = (part: keyof Draft, before: Draft, sent: Partial<DraftReplyDto>): unknown =>
  sent[part] === undefined ? before[part] : (sent[part] ?? EMPTY[part]);

/** The parts that differ. */
export function changes(before: Draft, after: Draft): (keyof Draft)[] {
  const parts = Object.keys(EMPTY) as (keyof Draft)[];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}

/** What co-handlers put their names to. */
export const COUNTERSIGNED: readonly (keyof Draft)[] = ['body', 'class', 'promises'];

export function draftFaults({ class: given, promises, contactPhone }: Draft): FieldFault[] {
  const misplaced = given !== null && given !== 'B' && promises.length > 0;
  return [
    ...phoneFaults('contactPhone', '联系电话', contactPhone),
    ...(misplaced
      ? [fault('promises', 'onlyPlanned', '只有B类答复可以列承诺事项，请改选分类或删去承诺。')]
      : []),
  ];
}
