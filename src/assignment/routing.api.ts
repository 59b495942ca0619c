import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { AssigningService } from './assigning.service';
import { AssignDto, AssignedDto, HandBackDto, HandOverDto } from './hand-over.dto';
import { HandOverService } from './hand-over.service';

@ApiTags('交办')
@Controller('api/proposals/:id')
export class RoutingApi {
  constructor(
    private readonly handOvers: HandOverService,
    private readonly assigning: AssigningService,
  ) {}

  /** To an assigning office. */
  @Post('hand-over')
  handOver(@By() actor: Actor, @IdParam() id: number, @Body() given: HandOverDto): Promise<DoneDto> {
    return this.handOvers.handOver(actor, id, given);
  }

  /** The office sends back what belongs to another office. */
  @Post('hand-back')
  handBack(@By() actor: Actor, @IdParam() id: number, @Body() given: HandBackDto): Promise<DoneDto> {
    return this.handOvers.handBack(actor, id, given);
  }

  /** To one lead, a lead with co-handlers, or several leads. */
  @Post('assign')
  assign(@By() actor: Actor, @IdParam() id: number, @Body() chosen: AssignDto): Promise<AssignedDto> {
    return this.assigning.assign(actor, id, chosen);
  }

  /** Further units while others are at work; `mode` is what the case is with them. */
  @Post('assign-more')
  assignMore(@By() actor: Actor, @IdParam() id: number, @Body() chosen: AssignDto): Promise<AssignedDto> {
    return this.assigning.assignMore(actor, id, chosen);
  }
}
