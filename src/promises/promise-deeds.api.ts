import { Body, Controller, Post, UploadedFile } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { TakesFile, type Upload } from '../platform/files/upload';
import { ApiTags } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CarryOvers } from './carry-over.service';
import { PromiseEvidence } from './evidence.service';
import { FollowUpAnswers } from './follow-ups/answers.service';
import * as dto from './promises.dto';

@ApiTags('承诺事项 promises')
@Controller('api/assignments/:id')
export class PromiseDeedsApi {
  constructor(
    private readonly carryOvers: CarryOvers,
    private readonly evidence: PromiseEvidence,
    private readonly answers: FollowUpAnswers,
  ) {}

  /** The unit asks to keep a promise on a later day. */
  @Post('ask-carry-over')
  askCarryOver(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.AskCarryOverDto,
  ): Promise<DoneDto> {
    return this.carryOvers.ask(actor, id, given);
  }

  @Post('grant-carry-over')
  grantCarryOver(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.GrantCarryOverDto,
  ): Promise<dto.CarriedOverDto> {
    return this.carryOvers.grant(actor, id, given);
  }

  @Post('refuse-carry-over')
  refuseCarryOver(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.RefusePromiseDto,
  ): Promise<DoneDto> {
    return this.carryOvers.refuse(actor, id, given);
  }

  /** Adds a file that shows how a promise was kept. */
  @TakesFile({ version: { type: 'integer' } })
  @Post('promises/:promiseId/attachments')
  attach(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('promiseId') promiseId: number,
    @UploadedFile() upload: Upload | undefined,
    @Body() given: DeedDto,
  ): Promise<dto.AttachedEvidenceDto> {
    return this.evidence.attach(actor, id, { ...given, promiseId }, upload);
  }

  /** The committee finds that a promise has been kept. */
  @Post('confirm-evidence')
  confirmEvidence(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.PromiseDeedDto,
  ): Promise<DoneDto> {
    return this.evidence.confirm(actor, id, given);
  }

  /** The committee finds that it has not: the promise is open again. */
  @Post('reject-evidence')
  rejectEvidence(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.RefusePromiseDto,
  ): Promise<DoneDto> {
    return this.evidence.reject(actor, id, given);
  }

  /** How things stand, as a follow-up asks. */
  @Post('answer-follow-up')
  answerFollowUp(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.AnswerFollowUpDto,
  ): Promise<DoneDto> {
    return this.answers.answer(actor, id, given);
  }
}
