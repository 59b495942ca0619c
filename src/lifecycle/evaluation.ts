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
    /** Who is there, before and while the box is open: who leaves after voting has voted all the same. */
    markPresence: { from: ['planned', 'opened'], by: [p.committee] },
    /** Two tellers each put a lock of their own on the ballot box. */
    lockBox: { from: ['planned'], by: [p.tellerWithoutLock], needs: [n.electronically, n.lockFree] },
    /** Voters are frozen when it opens; more than half of those due must be there. */
    open: {
      from: ['planned'],
      to: 'opened',
      by: [p.committee],
      needs: [n.agendaFilled, n.boxLocked, n.quorum],
      tells: ['voters', 'tellers'],
    },
    /** One issue, one collection. The history says that a ballot came in, neither whose nor which. */
    vote: {
      from: ['opened'],
      by: [p.voter],
      needs: [n.electronically, n.notShut, n.isPresent, n.notVoted, n.withoutPaper],
      secret: true,
    },
    /** Who takes a paper is written down and votes in no other way. */
    handOutPaper: {
      from: ['opened'],
      by: [p.committee, p.teller],
      needs: [n.onPaper, n.notShut, n.isPresent, n.notVoted, n.withoutPaper],
    },
    /** Unmarked and not put in: by whoever leaves, or would rather vote electronically. */
    takeBackPaper: {
      from: ['opened'],
      by: [p.committee, p.teller],
      needs: [n.onPaper, n.notShut, n.withPaper],
    },
    /** One collection: whoever knows what is on the papers knows it when nobody votes any more. */
    shutBox: { from: ['opened'], by: [p.teller], needs: [n.onPaper, n.notShut, n.kindsLargeEnough] },
    /** Each of two tellers counts alone; what differs is counted again, and every count is kept. */
    enterCount: {
      from: ['opened'],
      by: [p.teller],
      needs: [n.onPaper, n.isShut, n.countOpen, n.notCounted],
    },
    close: { from: ['opened'], to: 'closed', by: [p.teller], needs: [n.stillQuorate, n.papersCounted] },
    /** Before the counts are put together: the ballots are destroyed and the round begins anew. */
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
