import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { ApiTags } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { BackwardQuery, BetweenQuery, ForwardQuery } from './calculator.dto';
import { Calculator } from './calculator.service';
import { Explanations } from './explanation.service';

@ApiTags('期限 deadlines')
@Controller('api')
export class DeadlinesApi {
  constructor(
    private readonly explanations: Explanations,
    private readonly calculator: Calculator,
  ) {}

  /** Why the date is the date: rule, start, each day, pauses, extensions. */
  @Get('deadlines/:id/explanation')
  explain(@By() actor: Actor, @IdParam() id: number) {
    return this.explanations.of(actor, id);
  }

  /** When a time ends that starts on a day. */
  @Get('calculator/forward')
  forward(@Query() query: ForwardQuery) {
    return this.calculator.forward(query);
  }

  /** When a time has to start at the latest to end by a day. */
  @Get('calculator/backward')
  backward(@Query() query: BackwardQuery) {
    return this.calculator.backward(query);
  }

  /** Days and working days between two days. */
  @Get('calculator/between')
  between(@Query() query: BetweenQuery) {
    return this.calculator.between(query);
  }
}
