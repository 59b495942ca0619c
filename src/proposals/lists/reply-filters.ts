import type { Rating, ReplyClass } from '../../lifecycle/facts';
import { type Actor, scopesOf } from '../../lifecycle/people';
import { type Condition, sidesOf } from '../visibility';
import { COUNTED } from './counted';

// In 分办 several leads reply, each with a class: the case has the lowest of them, so that the classes add up.
const CLASS = `(SELECT MAX(fr."class") FROM "reply" fr
  WHERE fr."proposalId" = p."id" AND fr."round" = p."round" AND fr."issuedAt" IS NOT NULL)`;

/** The class of the reply of the round at hand, of what is replied to and not at work again. */
export const ofClass = (value: ReplyClass): Condition => ({
  sql: `${COUNTED.replied} AND ${CLASS} = ?`,
  params: [value],
});

/** A meeting with a sponsor is recorded; that the sponsor declined one is none. */
export const hasMet = (value: boolean): Condition => ({
  sql: `${value ? '' : 'NOT '}EXISTS (SELECT 1 FROM "consultation" fm WHERE fm."proposalId" = p."id" AND NOT fm."declined")`,
  params: [],
});

/** Replied to, and no reply of any round came after its day. */
export const inTime = (value: boolean): Condition => ({
  sql: `${COUNTED.replied} AND ${value ? 'NOT ' : ''}EXISTS (SELECT 1 FROM "deadline" fl
    WHERE fl."proposalId" = p."id" AND fl."state" = 'met' AND fl."late" AND fl."clock" IN ('reply', 'replyRound2'))`,
  params: [],
});

/**
 * Which forms `f` of cases `p` an actor may know of, of the round at hand: before a round is closed the committee's
 * alone, and to each sponsor the own one.
 */
export function formsVisibleTo(actor: Actor): Condition {
  const current = 'f."round" = p."round"';
  const sides = sidesOf(actor);
  if (sides === 'all' || sides.includes('committee')) return { sql: current, params: [] };
  const own = scopesOf(actor, 'sponsor');
  const mine = own.length > 0 ? ` OR f."sponsorId" IN (${own.map(() => '?').join(', ')})` : '';
  return { sql: `${current} AND (p."stage" IN ('concluded', 'archived')${mine})`, params: own };
}

/** Some form says so that the actor may know of. */
export function isRated(part: 'attitude' | 'result', value: Rating, actor: Actor): Condition {
  const seen = formsVisibleTo(actor);
  const sql = `EXISTS (SELECT 1 FROM "feedbackForm" f WHERE f."proposalId" = p."id" AND f."${part}" = ? AND ${seen.sql})`;
  return { sql, params: [value, ...seen.params] };
}
