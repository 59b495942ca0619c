import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { IdParam } from '../platform/web/id.pipe';
import { DoneDto } from '../proposals/done.dto';
import { DecideWithdrawalDto, WithdrawDto } from './withdrawals.dto';
import { WithdrawalsService } from './withdrawals.service';

@ApiTags('撤案 withdrawal')
@Controller('api/proposals/:id')
export class WithdrawalsApi {
  constructor(private readonly withdrawals: WithdrawalsService) {}

  /** Before filing, the sponsor's own decision. */
  @Post('withdraw')
  withdraw(@By() actor: Actor, @IdParam() id: number, @Body() dto: WithdrawDto): Promise<DoneDto> {
    return this.withdrawals.withdraw(actor, id, dto);
  }

  /** After filing, a request to the director. */
  @Post('ask-withdrawal')
  ask(@By() actor: Actor, @IdParam() id: number, @Body() dto: WithdrawDto): Promise<DoneDto> {
    return this.withdrawals.ask(actor, id, dto);
  }

  @Post('consent-to-withdrawal')
  consent(@By() actor: Actor, @IdParam() id: number, @Body() dto: DecideWithdrawalDto): Promise<DoneDto> {
    return this.withdrawals.consent(actor, id, dto);
  }

  @Post('refuse-withdrawal')
  refuse(@By() actor: Actor, @IdParam() id: number, @Body() dto: DecideWithdrawalDto): Promise<DoneDto> {
    return this.withdrawals.refuse(actor, id, dto);
  }
}
