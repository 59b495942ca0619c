import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { ConsentsService } from './consents.service';
import { FamilyDto } from './family.dto';
import { FamilyService } from './family.service';
import * as dto from './merging.dto';
import { MergingService } from './merging.service';

@ApiTags('并案')
@Controller('api/proposals/:id')
export class MergingApi {
  constructor(
    private readonly consents: ConsentsService,
    private readonly merging: MergingService,
    private readonly families: FamilyService,
  ) {}

  /** Proposes to merge this case into a principal, and asks both first sponsors. */
  @Post('propose-merge')
  propose(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() wanted: dto.ProposeMergeDto,
  ): Promise<dto.ProposedMergeDto> {
    return this.consents.propose(actor, id, wanted);
  }

  /** A sponsor who was asked answers, or staff for one of them. */
  @Post('answer-merge')
  answer(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.AnswerMergeDto): Promise<DoneDto> {
    return this.consents.answer(actor, id, given);
  }

  @Post('drop-merge')
  drop(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.DropMergeDto): Promise<DoneDto> {
    return this.consents.drop(actor, id, given);
  }

  /** Merges as proposed, when nobody objects and everybody has answered or had the time to. */
  @Post('merge')
  merge(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.merging.merge(actor, id, given);
  }

  /** Takes a merge back; the case is filed as before. */
  @Post('unmerge')
  unmerge(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.UnmergeDto): Promise<DoneDto> {
    return this.merging.unmerge(actor, id, given);
  }

  /** The principal, what follows it, the sponsors of the whole, and how it came about. */
  @Get('family')
  family(@By() actor: Actor, @IdParam() id: number): Promise<FamilyDto> {
    return this.families.read(actor, id);
  }
}
