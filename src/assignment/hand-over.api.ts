import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { AssignManyDto, EachDto, HandOverManyDto } from './batch.dto';
import { BatchService } from './batch.service';
import { EarlierReturns } from './earlier-returns';
import { EarlierReturnDto, EarlierReturnsQuery } from './requests.dto';

@ApiTags('交办')
@Controller('api/assignment')
export class HandOverApi {
  constructor(
    private readonly batch: BatchService,
    private readonly returns: EarlierReturns,
  ) {}

  /** Hands over each to an office, and says of each what became of it. */
  @Post('hand-over')
  @HttpCode(200)
  handOver(@By() actor: Actor, @Body() many: HandOverManyDto): Promise<EachDto[]> {
    return this.batch.handOver(actor, many);
  }

  /** Assigns units to each, and says of each what became of it. */
  @Post('assign')
  @HttpCode(200)
  assign(@By() actor: Actor, @Body() many: AssignManyDto): Promise<EachDto[]> {
    return this.batch.assign(actor, many);
  }

  /** Who would not have a case before, and why. */
  @Get('refusals')
  listReturns(@By() actor: Actor, @Query() { proposalId }: EarlierReturnsQuery): Promise<EarlierReturnDto[]> {
    return this.returns.of(actor, proposalId);
  }
}
