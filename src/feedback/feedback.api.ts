import { Body, Controller, Get, Post, UploadedFile } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { TakesFile, type Upload } from '../platform/files/upload';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import * as dto from './feedback.dto';
import { FeedbackSheet } from './feedback-sheet.service';
import { RatingsService } from './ratings.service';
import { ScansService } from './scans.service';

@ApiTags('反馈 feedback')
@Controller('api/proposals/:id')
export class FeedbackApi {
  constructor(
    private readonly ratings: RatingsService,
    private readonly scans: ScansService,
    private readonly sheet: FeedbackSheet,
  ) {}

  /** What each sponsor answered, in this round and those before; units and offices read closed rounds only. */
  @Get('feedback')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.sheet.read(actor, id);
  }

  /** Enters or changes a form while the round is open, for oneself, or for a sponsor who signed on paper. */
  @Post('rate')
  rate(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.RateDto): Promise<DoneDto> {
    return this.ratings.rate(actor, id, given);
  }

  /** The paper form of a sponsor, to be named when it is entered. */
  @TakesFile({ sponsorId: { type: 'integer' }, version: { type: 'integer' } }, ['sponsorId'])
  @Post('feedback-scans')
  attachScan(
    @By() actor: Actor,
    @IdParam() id: number,
    @UploadedFile() upload: Upload | undefined,
    @Body() given: dto.ScanDto,
  ): Promise<dto.ScannedDto> {
    return this.scans.attach(actor, id, upload, given);
  }
}
