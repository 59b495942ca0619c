import { Controller, Get } from '@nestjs/common';
import { Explanations } from '../../deadlines/explanation.service';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { IdParam } from '../../platform/web/id.pipe';
import { Door } from '../../proposals/door';
import { FrameService } from '../frame/frame.service';
import { ExplainedDeadline, type Explanation } from './explained-deadline';
import { Asked, type Exchange } from '../frame/exchange';

/** Why a date is the date it is. */
@ApiExcludeController()
@Controller('deadlines/:id')
export class DeadlinePages {
  constructor(
    private readonly explanations: Explanations,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const explanation = await this.explanations.of(actor, id);
    const crumbs = [homeOf(explanation)];
    const title = `期限说明：${explanation.word}`;
    return this.frame.page(exchange, { title, crumbs }, () => (
      <ExplainedDeadline explanation={explanation} today={this.door.now().day} />
    ));
  }
}

const homeOf = ({ proposalId, subject }: Explanation) =>
  proposalId === null
    ? { href: '/', label: '我的待办' }
    : { href: `/proposals/${proposalId}`, label: subject || '（未定案由）' };
