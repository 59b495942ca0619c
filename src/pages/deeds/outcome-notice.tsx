import { ErrorSummary } from '../../platform/pages/error-summary';
import { Refusal } from './deed-form';
import type { Outcome } from './deed-performance';

type Undone = Exclude<Outcome, { kind: 'done' }>;

/** The status of the page that says why a deed was not done. */
export const statusOf = (outcome: Undone): number =>
  outcome.kind === 'invalid' ? 422 : outcome.kind === 'changed' ? 409 : outcome.status;

/** Why a deed was not done, above the form that asked for it. */
export function OutcomeNotice({ outcome, back }: { outcome: Undone; back: string }) {
  if (outcome.kind === 'invalid') return <ErrorSummary faults={outcome.faults} />;
  const failed =
    outcome.kind === 'refused' ? outcome.reasons : [{ code: outcome.kind, message: detailOf(outcome) }];
  return <Refusal reasons={failed} back={back} />;
}

const detailOf = (outcome: Exclude<Undone, { kind: 'invalid' | 'refused' }>): string =>
  outcome.detail || '没有办成，请重试。';
