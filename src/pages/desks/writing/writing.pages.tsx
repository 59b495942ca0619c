import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { renderToString } from 'preact-render-to-string';
import type { Actor } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { Invalid } from '../../../platform/web/errors';
import { DtoPipe } from '../../../platform/web/validation.pipe';
import { TakesPageForm } from '../../../platform/web/form';
import { readForm } from '../../../platform/pages/form-reading';
import { HintsDto } from '../../../search/similar/similar.dto';
import { SimilarService } from '../../../search/similar/similar.service';
import { Door } from '../../../proposals/door';
import { FrameService } from '../../frame/frame.service';
import { idIn } from '../asked';
import { Hints } from '../similar/hints';
import { OwnProposals } from './own-proposals.service';
import { WritingView } from './writing-view';
import { Asked, type Exchange } from '../../frame/exchange';

/** A sponsor's own proposals. */
@ApiExcludeController()
@Wearing('sponsor', 'committee')
@Controller('desk/writing')
export class WritingPages {
  constructor(
    private readonly proposals: OwnProposals,
    private readonly similar: SimilarService,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const rows = await this.proposals.list(actor);
    const actions = (
      <a class="btn btn-primary" href="/do/proposals">
        撰写提案
      </a>
    );
    return this.frame.page(exchange, { title: '我的提案', actions }, () => (
      <WritingView rows={rows} today={this.door.now().day} />
    ));
  }

  /** A piece of a page for whoever is writing: what is like the text so far. What does not pass the checks hints nothing. */
  @TakesPageForm()
  @Post('similar')
  async hints(
    @By() actor: Actor,
    @Query() { draft }: Record<string, unknown>,
    @Body() sent: Record<string, unknown> | undefined,
    @Asked() { reply }: Exchange,
  ): Promise<string> {
    reply.status(200).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
    const given = hintsIn(sent ?? {}, draft);
    return given ? renderToString(<Hints {...await this.similar.similarToText(actor, given)} />) : '';
  }
}

function hintsIn(sent: Record<string, unknown>, draft: unknown): HintsDto | null {
  const { subject, situation, analysis, recommendations, suggestedUnits } = readForm(HintsDto, sent);
  try {
    const part = { subject, situation, analysis, recommendations, suggestedUnits, proposalId: idIn(draft) };
    return new DtoPipe().transform(part, { type: 'body', metatype: HintsDto }) as HintsDto;
  } catch (error) {
    if (error instanceof Invalid) return null;
    throw error;
  }
}
