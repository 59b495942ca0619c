import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CountersigningService } from './countersigning.service';
import { DraftsService } from './drafts.service';
import { IssuingService } from './issuing.service';
import { PromisesService } from './promises.service';
import * as dto from './reply.dto';

@ApiTags('答复')
@Controller('api/assignments/:id')
export class ReplyApi {
  constructor(
    private readonly drafts: DraftsService,
    private readonly countersigning: CountersigningService,
    private readonly issuing: IssuingService,
    private readonly promises: PromisesService,
  ) {}

  /** Saves the draft; parts left out stay as they are. */
  @Post('draft-reply')
  draftReply(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.DraftReplyDto): Promise<DoneDto> {
    return this.drafts.draft(actor, id, given);
  }

  /** Takes the draft back from the co-handlers; their signatures fall away. */
  @Post('revise-draft')
  reviseDraft(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.drafts.revise(actor, id, given);
  }

  @Post('ask-countersign')
  askCountersign(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.countersigning.ask(actor, id, given);
  }

  /** On the co-handler's own assignment: signs the lead's draft. */
  @Post('countersign')
  countersign(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.RemarkDto): Promise<DoneDto> {
    return this.countersigning.sign(actor, id, given);
  }

  /** Why a co-handler's signature is missing. */
  @Post('explain-missing')
  explainMissing(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.ExplainMissingDto,
  ): Promise<DoneDto> {
    return this.countersigning.explainMissing(actor, id, given);
  }

  /** Signs and issues the reply, citing the opinions it rests on. */
  @Post('issue-reply')
  issueReply(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.IssueReplyDto,
  ): Promise<dto.IssuedDto> {
    return this.issuing.issue(actor, id, given);
  }

  /** What was promised has been done. */
  @Post('keep-promise')
  keepPromise(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.KeepPromiseDto,
  ): Promise<dto.KeptDto> {
    return this.promises.keep(actor, id, given);
  }
}
