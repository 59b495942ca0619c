import type { INestApplicationContext } from '@nestjs/common';
import { AcknowledgementService } from '../assignment/acknowledgement.service';
import { AssigningService } from '../assignment/assigning.service';
import { HandOverService } from '../assignment/hand-over.service';
import { ReturnsService } from '../assignment/returns.service';
import { CountingService } from '../evaluation/counting.service';
import { EvaluationsService } from '../evaluation/evaluations.service';
import { PresenceService } from '../evaluation/presence.service';
import { VotingService } from '../evaluation/voting.service';
import { ExaminationService } from '../examination/examination.service';
import { RatingsService } from '../feedback/ratings.service';
import { RoundsService } from '../feedback/rounds.service';
import { AuditsService } from '../handling/audits.service';
import { ConsultationsService } from '../handling/consultations.service';
import { CountersigningService } from '../handling/countersigning.service';
import { DraftsService as ReplyDrafts } from '../handling/drafts.service';
import { IssuingService } from '../handling/issuing.service';
import { OpinionsService } from '../handling/opinions.service';
import { ProgressService } from '../handling/progress.service';
import { PromisesService } from '../handling/promises.service';
import { UrgingService } from '../handling/urging.service';
import { ConsentsService } from '../merging/consents.service';
import { MergingService } from '../merging/merging.service';
import { DossierChecks } from '../publication/dossier-checks';
import { DossiersService } from '../publication/dossiers.service';
import { NoticesService } from '../publication/notices.service';
import { CosignersService } from '../submission/cosigners.service';
import { DraftsService } from '../submission/drafts.service';
import { SubmissionService } from '../submission/submission.service';
import { WithdrawalsService } from '../submission/withdrawals.service';
import { Database } from '../platform/database/database';

/** Every service whose actions the demonstration performs, the very ones behind the API. */
export function handsOf(app: INestApplicationContext) {
  const get = <T>(type: abstract new (...args: never[]) => T): T => app.get(type as never, { strict: false });
  return {
    database: get(Database),
    drafts: get(DraftsService),
    cosigners: get(CosignersService),
    submission: get(SubmissionService),
    withdrawals: get(WithdrawalsService),
    examination: get(ExaminationService),
    consents: get(ConsentsService),
    merging: get(MergingService),
    handOver: get(HandOverService),
    assigning: get(AssigningService),
    acknowledgement: get(AcknowledgementService),
    returns: get(ReturnsService),
    consultations: get(ConsultationsService),
    progress: get(ProgressService),
    opinions: get(OpinionsService),
    replies: get(ReplyDrafts),
    countersigning: get(CountersigningService),
    audits: get(AuditsService),
    issuing: get(IssuingService),
    promises: get(PromisesService),
    urging: get(UrgingService),
    ratings: get(RatingsService),
    rounds: get(RoundsService),
    evaluations: get(EvaluationsService),
    presence: get(PresenceService),
    voting: get(VotingService),
    counting: get(CountingService),
    dossiers: get(DossiersService),
    checks: get(DossierChecks),
    notices: get(NoticesService),
  };
}
export type Hands = ReturnType<typeof handsOf>;

/** The version of an assignment as it now stands: a handler who saves a draft has just read it. */
export async function versionOf(hands: Hands, assignmentId: number): Promise<number> {
  const sql = 'SELECT "version" FROM "assignment" WHERE "id" = ?';
  const [{ version }] = await hands.database.rows<{ version: number }>(sql, [assignmentId]);
  return version;
}
