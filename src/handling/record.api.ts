import { Body, Controller, Post, UploadedFile } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { TakesFile, type Upload } from '../platform/files/upload';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { ConsultationsService } from './consultations.service';
import { OpinionsService } from './opinions.service';
import { ProgressService } from './progress.service';
import * as dto from './record.dto';

@ApiTags('办理')
@Controller('api/assignments/:id')
export class RecordApi {
  constructor(
    private readonly consultations: ConsultationsService,
    private readonly progress: ProgressService,
    private readonly opinions: OpinionsService,
  ) {}

  /** A meeting with the sponsor, or that the sponsor declined one. */
  @Post('record-consultation')
  recordConsultation(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.ConsultationDto,
  ): Promise<DoneDto> {
    return this.consultations.record(actor, id, given);
  }

  /** What has been done so far, with measured figures. */
  @Post('report-progress')
  reportProgress(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.ProgressDto,
  ): Promise<dto.ReportedDto> {
    return this.progress.report(actor, id, given);
  }

  /** Adds a file to a report. */
  @TakesFile({ version: { type: 'integer' } })
  @Post('progress/:reportId/attachments')
  attach(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('reportId') reportId: number,
    @UploadedFile() upload: Upload | undefined,
    @Body() given: DeedDto,
  ): Promise<dto.AttachedDto> {
    return this.progress.attach(actor, id, { ...given, reportId }, upload);
  }

  /** The co-handler's opinion to the lead. */
  @Post('give-opinion')
  giveOpinion(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.OpinionDto): Promise<DoneDto> {
    return this.opinions.give(actor, id, given);
  }
}
