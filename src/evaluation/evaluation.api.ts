import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import * as dto from './evaluation.dto';
import { EvaluationSheets } from './evaluation-sheets.service';
import { EvaluationsService } from './evaluations.service';

@ApiTags('民主评议 evaluations')
@Controller('api/evaluations')
export class EvaluationApi {
  constructor(
    private readonly evaluations: EvaluationsService,
    private readonly sheets: EvaluationSheets,
  ) {}

  @Get()
  list(@By() actor: Actor, @Query() query: dto.EvaluationsQuery) {
    return this.sheets.list(actor, query);
  }

  /** The agenda, who is there, what is open to the reader, and the counts once the box has been closed. */
  @Get(':id')
  read(@By() actor: Actor, @IdParam() id: number) {
    return this.sheets.read(actor, id);
  }

  @Post()
  plan(@By() actor: Actor, @Body() given: dto.PlanDto): Promise<DoneDto> {
    return this.evaluations.plan(actor, given);
  }

  /** Replaces the agenda, in the order given. */
  @Put(':id/agenda')
  changeAgenda(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.AgendaDto): Promise<DoneDto> {
    return this.evaluations.changeAgenda(actor, id, given);
  }

  /** Announces the results, which then stand on the proposals. */
  @Post(':id/announce')
  announce(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.evaluations.announce(actor, id, given);
  }

  @Post(':id/cancel')
  cancel(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<DoneDto> {
    return this.evaluations.cancel(actor, id, given);
  }
}
