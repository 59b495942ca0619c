import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { NoteDto, ReasonDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { RehandledDto } from './feedback.dto';
import { RoundsService } from './rounds.service';

@ApiTags('反馈 feedback')
@Controller('api/proposals/:id')
export class RoundsApi {
  constructor(private readonly rounds: RoundsService) {}

  /** The director opens another round because somebody is not satisfied. */
  @Post('rehandle')
  rehandle(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<RehandledDto> {
    return this.rounds.rehandle(actor, id, given);
  }

  @Post('decline-rehandling')
  declineRehandling(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<DoneDto> {
    return this.rounds.declineRehandling(actor, id, given);
  }

  @Post('conclude')
  conclude(@By() actor: Actor, @IdParam() id: number, @Body() given: NoteDto): Promise<DoneDto> {
    return this.rounds.conclude(actor, id, given);
  }

  /** The director opens another round because the Standing Committee's grade is below the pass mark. */
  @Post('rehandle-after-evaluation')
  rehandleAfterEvaluation(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: ReasonDto,
  ): Promise<RehandledDto> {
    return this.rounds.rehandleAfterEvaluation(actor, id, given);
  }

  @Post('archive')
  archive(@By() actor: Actor, @IdParam() id: number, @Body() given: NoteDto): Promise<DoneDto> {
    return this.rounds.archive(actor, id, given);
  }
}
