import type { ReminderRung } from '../../config/handling-rules';
import { CLOCK_NAMES, clockOf } from '../lifecycle/clocks';
import type { Hat } from '../lifecycle/people';
import { colleaguesOf, isOfCommittee, type Recipient } from '../lifecycle/recipients';
import { sidesOf, visibleTo } from '../proposals/visibility';

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const UNSCOPED = 'w."scopeId" IS NULL';
const OWING = 'w."scopeId" = d."owerScope"';
// Two conditions instead of one with OR, so that each finds its hats by the index.
const OWER = ['w."hat" = d."owerHat"', `d."owerScope" IS NOT NULL`, OWING];
const OWER_WITHOUT_BODY = ['w."hat" = d."owerHat"', 'd."owerScope" IS NULL', UNSCOPED];

/**
 * SQL over "told" (key, deadlineId, rung, day): which accounts a ladder reaches, as pairs of key and account, each once.
 * Nobody else is asked about a deadline or a case than who may see both.
 */
export function reachOf(ladder: readonly ReminderRung[]): string {
  const selections = distinctRecipients(ladder).flatMap(({ recipient, rungs }) =>
    conditionsOf(recipient).map((conditions) => selectionOf(conditions, rungs)),
  );
  return `SELECT DISTINCT x."key", x."accountId" FROM (${selections.join(' UNION ALL ')}) x`;
}

function distinctRecipients(ladder: readonly ReminderRung[]) {
  const found = new Map<string, { recipient: Recipient; rungs: number[] }>();
  ladder.forEach(({ recipients }, rung) => {
    for (const recipient of recipients) {
      const key = `${recipient.role} ${recipient.office}`;
      const known = found.get(key) ?? { recipient, rungs: [] };
      found.set(key, { recipient, rungs: [...known.rungs, rung] });
    }
  });
  return [...found.values()];
}

/** Ways to somebody: one of these lists has to hold as a whole. */
function conditionsOf({ role, office }: Recipient): string[][] {
  if (role === 'owner') return [OWER, OWER_WITHOUT_BODY];
  const wears = `w."hat" = '${role}'`;
  const others = [wears, ...secretsKeptFrom(role)];
  if (office === 'assigning') return [[...others, 'w."scopeId" = p."officeId"']];
  if (office === 'committee') return [[...others, UNSCOPED]];
  const sameBody = `d."owerHat" IN (${list(colleaguesOf(role))})`;
  return [[...others, sameBody, isOfCommittee(role) ? UNSCOPED : OWING]];
}

/** Clocks that the hat may not know of, and cases: nobody learns from a reminder what they may not see. */
function secretsKeptFrom(role: Hat): string[] {
  const actor = { accountId: null, name: role, hats: [{ hat: role, scopeId: null }] };
  const sides = sidesOf(actor);
  const hidden = CLOCK_NAMES.filter(
    (name) => sides !== 'all' && clockOf(name).seenBy?.some((side) => sides.includes(side)) === false,
  );
  const clocks = hidden.length > 0 ? [`d."clock" NOT IN (${list(hidden)})`] : [];
  // Hats for a body see what that body is at work on, and the deadline says which it is.
  const gate = isOfCommittee(role) ? [`(p."id" IS NULL OR ${visibleTo(actor).sql})`] : [];
  return [...clocks, ...gate];
}

// CROSS JOIN keeps SQLite to this order: the few deadlines first, never all hats.
function selectionOf(conditions: readonly string[], rungs: readonly number[]): string {
  return `SELECT t."key", w."accountId" FROM "told" t CROSS JOIN "deadline" d
      LEFT JOIN "proposal" p ON p."id" = d."proposalId" CROSS JOIN "wornHat" w CROSS JOIN "account" c
    WHERE d."id" = t."deadlineId" AND t."rung" IN (${rungs.join(', ')}) AND ${conditions.join(' AND ')}
      AND w."takenAt" IS NULL AND w."since" <= t."day" AND (w."until" IS NULL OR w."until" >= t."day")
      AND c."id" = w."accountId" AND c."active"`;
}
