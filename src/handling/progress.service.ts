import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Upload } from '../platform/files/upload';
import { NotFound } from '../platform/web/errors';
import { Attachments } from '../proposals/attachments.service';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { ProgressFigure } from '../proposals/entities/progress-figure.entity';
import { ProgressReport } from '../proposals/entities/progress-report.entity';
import { shareOfTarget } from '../proposals/share-of-target';
import { refuseFuture } from './not-future';
import type { AttachedDto, FigureDto, ProgressDto, ReportedDto, ReportedFigureDto } from './record.dto';

type Report = DeedDto & { reportId: number };
type Reported = Pick<ReportedDto, 'reportId' | 'figures'>;

/** What a unit has done so far: in words, in figures, with files; also after the reply. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly door: Door,
    private readonly attachments: Attachments,
  ) {}

  report(actor: Actor, id: number, given: ProgressDto): Promise<ReportedDto> {
    const deed = onAssignment('reportProgress', actor, id, given);
    return this.door.perform<AssignmentFacts, Reported>(deed, async (act) => {
      const { reportedOn, text } = given;
      refuseFuture(act, 'reportedOn', '报送日期', reportedOn);
      const figures = (given.figures ?? []).map(measured);
      const by = { reportedBy: actor.accountId, reportedAt: act.now.at };
      const row = { proposalId: act.proposalId, assignmentId: id, reportedOn, text, ...by };
      const reportId = (await act.em.insert(ProgressReport, row)).identifiers[0].id as number;
      for (const { share: _, ...figure } of figures)
        await act.em.insert(ProgressFigure, { reportId, ...figure });
      act.note({ reportId, reportedOn, figures });
      return { reportId, figures };
    });
  }

  /** Adds a file to a report of the unit's own. */
  attach(actor: Actor, id: number, to: Report, upload?: Upload): Promise<AttachedDto> {
    const { reportId } = to;
    return this.attachments.holding(upload, (file) => {
      const deed = onAssignment('reportProgress', actor, id, to);
      return this.door.perform<AssignmentFacts, { attachmentId: number }>(deed, async (act) => {
        if (!(await act.em.existsBy(ProgressReport, { id: reportId, assignmentId: id })))
          throw new NotFound();
        const owner = { ownerKind: 'progress', ownerId: reportId } as const;
        const attachmentId = await this.attachments.attach(act, owner, file);
        act.note({ reportId, attachmentId, name: file.name });
        return { attachmentId };
      });
    });
  }
}

function measured({ indicator, value, unit, period, target = null }: FigureDto): ReportedFigureDto {
  return { indicator, value, unit, period, target, share: shareOfTarget(value, target) };
}
