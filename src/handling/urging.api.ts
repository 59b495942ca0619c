import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { AskUrgingDto, DeclineUrgingDto, SuperviseDto, UrgeDto, UrgedDto } from './urging.dto';
import { UrgingRequestsService } from './urging-requests.service';
import { UrgingService } from './urging.service';

@ApiTags('督办')
@Controller('api/proposals/:id')
export class UrgingApi {
  constructor(
    private readonly urging: UrgingService,
    private readonly requests: UrgingRequestsService,
  ) {}

  /** Issues a numbered urging letter. */
  @Post('urge')
  urge(@By() actor: Actor, @IdParam() id: number, @Body() given: UrgeDto): Promise<UrgedDto> {
    return this.urging.urge(actor, id, given);
  }

  /** A sponsor asks that those at work be urged. */
  @Post('ask-urging')
  ask(@By() actor: Actor, @IdParam() id: number, @Body() given: AskUrgingDto): Promise<DoneDto> {
    return this.requests.ask(actor, id, given);
  }

  /** Says why nobody is urged. */
  @Post('decline-urging')
  decline(@By() actor: Actor, @IdParam() id: number, @Body() given: DeclineUrgingDto): Promise<DoneDto> {
    return this.requests.decline(actor, id, given);
  }

  /** Records a leader's supervision of a key proposal. */
  @Post('supervise')
  supervise(@By() actor: Actor, @IdParam() id: number, @Body() given: SuperviseDto): Promise<DoneDto> {
    return this.urging.supervise(actor, id, given);
  }
}
