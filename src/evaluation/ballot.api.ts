import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { CountingService } from './counting.service';
import * as dto from './evaluation.dto';
import { PresenceService } from './presence.service';
import { PapersService } from './papers.service';
import { VotingService } from './voting.service';

@ApiTags('民主评议 evaluations')
@Controller('api/evaluations/:id')
export class BallotApi {
  constructor(
    private readonly presence: PresenceService,
    private readonly voting: VotingService,
    private readonly papers: PapersService,
    private readonly counting: CountingService,
  ) {}

  @Post('mark-presence')
  markPresence(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.PresenceDto): Promise<DoneDto> {
    return this.presence.mark(actor, id, given);
  }

  /** A teller's own lock on the box; two are needed. */
  @Post('lock-box')
  lockBox(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.LockDto): Promise<DoneDto> {
    return this.counting.lockBox(actor, id, given);
  }

  /** Issues the ballots. Needs both locks, and more than half of those due. */
  @Post('open')
  open(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.voting.open(actor, id, given);
  }

  /** One secret ballot for the whole agenda; it cannot be changed or taken back. */
  @Post('vote')
  vote(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.VoteDto): Promise<dto.VotedDto> {
    return this.voting.vote(actor, id, given);
  }

  /** Those who take a paper vote in no other way. */
  @Post('hand-out-paper')
  handOutPaper(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.HandsDto): Promise<DoneDto> {
    return this.papers.handOut(actor, id, given);
  }

  /** Papers that were not used. */
  @Post('take-back-paper')
  takeBackPaper(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.HandsDto): Promise<DoneDto> {
    return this.papers.takeBack(actor, id, given);
  }

  /** Nobody votes any more; the papers are counted. */
  @Post('shut-box')
  shutBox(@By() actor: Actor, @IdParam() id: number, @Body() given: DeedDto): Promise<DoneDto> {
    return this.papers.shutBox(actor, id, given);
  }

  /** What a teller has counted of one item; the answer says whether the other has counted the same. */
  @Post('enter-count')
  enterCount(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() given: dto.CountDto,
  ): Promise<dto.CountedDto> {
    return this.papers.enterCount(actor, id, given);
  }

  /** Opens the box with the phrases of both tellers, and puts all counts together. */
  @Post('close')
  close(@By() actor: Actor, @IdParam() id: number, @Body() given: dto.CloseDto): Promise<DoneDto> {
    return this.counting.close(actor, id, given);
  }

  /** Destroys the ballots unread; the round begins anew. */
  @Post('break-off')
  breakOff(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<DoneDto> {
    return this.counting.breakOff(actor, id, given);
  }

  /** More ballots than were issued: the count is void and the round begins anew. */
  @Post('void-round')
  voidRound(@By() actor: Actor, @IdParam() id: number, @Body() given: ReasonDto): Promise<DoneDto> {
    return this.counting.voidRound(actor, id, given);
  }
}
