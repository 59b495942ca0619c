import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EarlierReturns } from '../../../assignment/earlier-returns';
import type { Actor } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import type { FieldFault } from '../../../platform/web/errors';
import { TakesPageForm } from '../../../platform/web/form';
import { IdParam } from '../../../platform/web/id.pipe';
import { Door } from '../../../proposals/door';
import { DossierService } from '../../../proposals/dossier/dossier.service';
import { EarlierCases } from '../../../search/similar/earlier.service';
import { caseLabel } from '../../deeds/case-label';
import { DeedRelay } from '../../deeds/deed-relay';
import { OptionLists } from '../../deeds/option-lists';
import { FrameService } from '../../frame/frame.service';
import { faultsIn } from '../batch-desk.service';
import { Board, DESK } from './board-view';
import { assignmentOf, type Choice, choiceFaults, choiceIn, wished } from './choice';
import { RoutedCase } from './routed-case';
import { RoutingBoard } from './routing-board.service';
import { Asked, type Exchange } from '../../frame/exchange';

/** The desk of an assigning office. */
@ApiExcludeController()
@Wearing('assigningOffice')
@Controller('desk/routing')
export class RoutingPages {
  constructor(
    private readonly board: RoutingBoard,
    private readonly dossiers: DossierService,
    private readonly returns: EarlierReturns,
    private readonly earlier: EarlierCases,
    private readonly relay: DeedRelay,
    private readonly lists: OptionLists,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const today = this.door.now().day;
    const toRoute = await this.board.toRoute(actor);
    const requests = await this.board.requests(actor);
    const audits = await this.board.audits(actor);
    const load = await this.board.load(actor, today);
    return this.frame.page(exchange, { title: '分办' }, ({ csrf }) => (
      <Board {...{ toRoute, requests, audits, load, today, csrf }} />
    ));
  }

  @Get(':id')
  showCase(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    return this.oneCase(actor, id, { exchange });
  }

  @TakesPageForm()
  @Post(':id')
  async assign(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Record<string, unknown> | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const choice = choiceIn(sent ?? {});
    const faults = choiceFaults(choice);
    if (faults.length > 0) return this.oneCase(actor, id, { exchange, choice, faults });
    const body = { ...assignmentOf(choice), version: sent?.version };
    const outcome = await this.relay.pass(`proposals/${id}/assign`, body, DESK, exchange);
    if (!outcome) return '';
    return this.oneCase(actor, id, { exchange, choice, faults: faultsIn(outcome) });
  }

  /** The text at the left, the choice at the right. */
  private async oneCase(
    actor: Actor,
    id: number,
    { exchange, choice, faults = [] }: Answering,
  ): Promise<string> {
    const dossier = await this.dossiers.read(actor, id);
    const units = await this.lists.units();
    const returns = await this.returns.of(actor, id);
    const experienced = await this.earlier.handledBefore(actor, id);
    const { suggestedUnits } = dossier.text;
    const status = faults.length > 0 ? 422 : 200;
    const crumbs = [{ href: DESK, label: '分办' }];
    const title = caseLabel({ ...dossier, subject: dossier.jointSubject ?? dossier.subject });
    const head = { title, crumbs, status, isFaulty: status !== 200 };
    return this.frame.page(exchange, head, ({ csrf }) => (
      <RoutedCase
        {...{ dossier, units, returns, experienced, csrf, faults }}
        choice={choice ?? wished(suggestedUnits)}
        today={this.door.now().day}
      />
    ));
  }
}

interface Answering {
  readonly exchange: Exchange;
  choice?: Choice;
  faults?: readonly FieldFault[];
}
