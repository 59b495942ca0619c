import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { AcknowledgementService } from './acknowledgement.service';
import { GrantDto, RecallDto, RefuseDto, RequestReturnDto } from './requests.dto';
import { ReturnsService } from './returns.service';

@ApiTags('承办')
@Controller('api/assignments/:id')
export class AssignmentsApi {
  constructor(
    private readonly acknowledgements: AcknowledgementService,
    private readonly returns: ReturnsService,
  ) {}

  /** The unit takes the case on. */
  @Post('acknowledge')
  acknowledge(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.acknowledgements.acknowledge(actor, id, given);
  }

  /** The office takes the case back from the unit by itself. */
  @Post('recall')
  recall(@By() actor: Actor, @IdParam() id: number, @Body() given: RecallDto): Promise<DoneDto> {
    return this.acknowledgements.recall(actor, id, given);
  }

  /** The unit asks to return the case, with a reason and the unit it thinks right. */
  @Post('request-return')
  requestReturn(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: RequestReturnDto,
  ): Promise<DoneDto> {
    return this.returns.request(actor, id, given);
  }

  @Post('grant-return')
  grantReturn(@By() actor: Actor, @IdParam() id: number, @Body() given: GrantDto): Promise<DoneDto> {
    return this.returns.grant(actor, id, given);
  }

  @Post('refuse-return')
  refuseReturn(@By() actor: Actor, @IdParam() id: number, @Body() given: RefuseDto): Promise<DoneDto> {
    return this.returns.refuse(actor, id, given);
  }
}
