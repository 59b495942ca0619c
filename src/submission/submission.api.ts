import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { ConvenerDto, SubmittedDto } from './submission.dto';
import { SubmissionService } from './submission.service';

@ApiTags('提交 submission')
@Controller('api/proposals/:id')
export class SubmissionApi {
  constructor(private readonly submission: SubmissionService) {}

  /** The convener of a body signs for it. */
  @Post('sign-as-convener')
  signAsConvener(@By() actor: Actor, @IdParam() id: number, @Body() dto: ConvenerDto): Promise<DoneDto> {
    return this.submission.signAsConvener(actor, id, dto);
  }

  /** Hands the proposal in and gives its receipt number. */
  @Post('submit')
  submit(@By() actor: Actor, @IdParam() id: number, @Body() dto: DeedDto): Promise<SubmittedDto> {
    return this.submission.submit(actor, id, dto);
  }
}
