import { EVALUATION_STAGES, type EvaluationFacts, type EvaluationStage } from './facts';
import { FINAL_EVALUATION_STAGES } from './finals';
import * as n from './meeting-needs';
import * as p from './permissions';
import type { Machine, Table } from './rule';

/** The democratic evaluation (民主评议) by the Standing Committee. Clauses are those of domain section 6. */
export const evaluation = {
  name: 'evaluation',
  stages: EVALUATION_STAGES,
  finals: FINAL_EVALUATION_STAGES,
  actions: {
    plan: { from: 'nothing', to: 'planned', by: [p.committee], starts: ['holdEvaluation'] },
    changeAgenda: { from: ['planned'], by: [p.committee] },
    /** Who is there, before and while the box is open. */
    markPresence: { from: ['planned', 'opened'], by: [p.committee] },
    /** Two tellers each put a lock of their own on the ballot box. */
    lockBox: { from: ['planned'], by: [p.tellerWithoutLock], needs: [n.lockFree] },
    /** Voters are frozen when it opens; more than half of those due must be there. */
    open: {
      from: ['planned'],
      to: 'opened',
      by: [p.committee],
      needs: [n.agendaFilled, n.boxLocked, n.quorum],
      tells: ['voters', 'tellers'],
    },
    /** One issue, one collection. The history says that a ballot came in, neither whose nor which. */
    vote: { from: ['opened'], by: [p.voter], needs: [n.isPresent, n.notVoted], secret: true },
    close: { from: ['opened'], to: 'closed', by: [p.teller] },
    /** Before anybody knows a count: the ballots are destroyed and the round begins anew. */
    breakOff: { from: ['opened'], to: 'planned', by: [p.teller], tells: ['voters', 'committee'] },
    /** More collected than issued: void, and repeated. */
    voidRound: {
      from: ['closed'],
      to: 'planned',
      by: [p.teller, p.committee],
      needs: [n.countBroken],
      tells: ['voters', 'committee'],
    },
    /** Announced on the spot; the result flows to the proposals. */
    announce: {
      from: ['closed'],
      to: 'announced',
      by: [p.committee],
      needs: [n.countHolds],
      stops: ['holdEvaluation'],
      tells: ['voters', 'committee'],
    },
    cancel: {
      from: ['planned'],
      to: 'cancelled',
      by: [p.committee],
      stops: ['holdEvaluation'],
      tells: ['committee'],
    },
  } satisfies Table<EvaluationStage, EvaluationFacts>,
} as const satisfies Machine<EvaluationStage, EvaluationFacts>;
export type EvaluationAction = keyof typeof evaluation.actions;
