import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { Door } from '../../../proposals/door';
import { FrameService } from '../../frame/frame.service';
import { OwnProposals } from './own-proposals.service';
import { WritingView } from './writing-view';

/** A sponsor's own proposals. */
@ApiExcludeController()
@Wearing('sponsor')
@Controller('desk/writing')
export class WritingPages {
  constructor(
    private readonly proposals: OwnProposals,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() _: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const rows = await this.proposals.list(actor);
    const actions = (
      <a class="btn btn-primary" href="/do/proposals">
        撰写提案
      </a>
    );
    return this.frame.page(request, reply, { title: '我的提案', actions }, () => (
      <WritingView rows={rows} today={this.door.now().day} />
    ));
  }
}
