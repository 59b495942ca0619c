import { Injectable } from '@nestjs/common';
import { type Actor, wears } from '../../lifecycle/people';
import type { EvaluationStage, PublicationStage, Rating } from '../../lifecycle/facts';
import type { ClockName } from '../../lifecycle/clocks';
import { FamilyService } from '../../merging/family.service';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/web/errors';
import { seesClock, seesMeetings, seesNotices } from '../../proposals/visibility';
import { VersionsService } from '../../submission/versions.service';
import type { Dossier } from '../deeds/deed-subject';
import { OptionLists } from '../deeds/option-lists';

/** A time that has ended. */
export interface EndedClock {
  readonly id: number;
  readonly clock: ClockName;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly owerHat: string;
  readonly owerScope: number | null;
  readonly startedOn: string;
  readonly dueOn: string;
  readonly state: 'met' | 'cancelled';
  readonly stoppedOn: string | null;
  readonly late: unknown;
}

/** How a promise stands, or that what was recorded as a meeting is that the sponsor wanted none. */
interface Mark {
  readonly kind: 'promise' | 'declined';
  readonly id: number;
  readonly keptOn: string | null;
  readonly firstDueOn: string | null;
  readonly confirmedAt: string | null;
  readonly rejection: string | null;
}

export interface Meeting {
  readonly id: number;
  readonly title: string;
  readonly heldOn: string;
  readonly stage: EvaluationStage;
  readonly satisfied: number | null;
  readonly basicallySatisfied: number | null;
  readonly dissatisfied: number | null;
  readonly abstained: number | null;
  readonly grade: Rating | null;
  readonly passed: unknown;
}

export interface NoticeOf {
  readonly id: number;
  readonly title: string;
  readonly stage: PublicationStage;
  readonly datedOn: string;
}

const ENDED = `SELECT "id", "clock", "subjectKind", "subjectId", "owerHat", "owerScope", "startedOn", "dueOn", "state",
    "stoppedOn", "late" FROM "deadline" WHERE "proposalId" = ? AND "state" IN ('met', 'cancelled')
  ORDER BY "stoppedOn" DESC, "id" DESC`;
const MARKS = `SELECT 'promise' AS "kind", "id", "keptOn", "firstDueOn", "confirmedAt", "rejection" FROM "promise"
    WHERE "proposalId" = ?
  UNION ALL SELECT 'declined', "id", NULL, NULL, NULL, NULL FROM "consultation" WHERE "proposalId" = ? AND "declined"`;
const MEETINGS = `SELECT e."id", e."title", e."heldOn", e."stage", i."satisfied", i."basicallySatisfied", i."dissatisfied",
    i."abstained", i."grade", i."passed"
  FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
  WHERE i."proposalId" = ? AND e."stage" <> 'cancelled' ORDER BY e."id"`;
const NOTICES = `SELECT DISTINCT n."id", n."title", n."stage", n."datedOn" FROM "noticeItem" i
  JOIN "notice" n ON n."id" = i."noticeId" WHERE i."proposalId" = ? AND n."stage" <> 'discarded' ORDER BY n."id"`;

export type Beside = Awaited<ReturnType<CaseBeside['read']>>;

/** What the page of a case shows beside its dossier, for a reader who has passed the gate. A few queries, never more. */
@Injectable()
export class CaseBeside {
  constructor(
    private readonly database: Database,
    private readonly families: FamilyService,
    private readonly versions: VersionsService,
    private readonly lists: OptionLists,
  ) {}

  async read(actor: Actor, dossier: Dossier) {
    const { id } = dossier;
    const ended = await this.database.rows<EndedClock>(ENDED, [id]);
    return {
      ended: ended.filter((row) => seesClock(actor, row)),
      marks: await this.marks(dossier),
      meetings: await this.meetings(actor, dossier),
      notices: await this.notices(actor, dossier),
      family: hasFamily(dossier) ? await this.families.read(actor, id) : null,
      versions: dossier.text.version > 1 ? await this.versionsOf(actor, id) : [],
      suggested: await this.lists.cases.officesOfUnits(dossier.text.suggestedUnits),
      seesMeetings: seesMeetings(actor),
      seesNotices: seesNotices(actor),
      worksOnPublication: wears(actor, 'committee'),
    };
  }

  /** Those who work on it read no versions: empty. */
  async versionsOf(actor: Actor, id: number) {
    return this.versions.list(actor, id).catch((error: unknown) => {
      if (error instanceof NotFound) return [];
      throw error;
    });
  }

  private async marks({ id, happenings }: Dossier): Promise<ReadonlyMap<string, Mark>> {
    const some = happenings.some(({ kind }) => kind === 'promise' || kind === 'consultation');
    const rows = some ? await this.database.rows<Mark>(MARKS, [id, id]) : [];
    return new Map(rows.map((row) => [`${row.kind}-${row.id}`, row]));
  }

  /** Who is no part of the meeting hears of it when its result is announced. */
  private async meetings(actor: Actor, { id, isKey }: Dossier): Promise<Meeting[]> {
    if (!isKey) return [];
    const rows = await this.database.rows<Meeting>(MEETINGS, [id]);
    return rows.filter(({ stage }) => stage === 'announced' || seesMeetings(actor));
  }

  private async notices(actor: Actor, { id, moments }: Dossier): Promise<NoticeOf[]> {
    if (moments.repliedAt === null) return [];
    const rows = await this.database.rows<NoticeOf>(NOTICES, [id]);
    return rows.filter(({ stage }) => stage === 'issued' || seesNotices(actor));
  }
}

/** Others follow it, it follows another, or that is being asked about. */
const hasFamily = ({ family, stage }: Dossier): boolean =>
  family.principalId !== null ||
  family.followers.length > 0 ||
  family.consents.length > 0 ||
  stage === 'filed';
