import { Body, Controller, Get, Post } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { Booklets } from '../../evaluation/booklets.service';
import { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { DeedRelay } from '../deeds/deed-relay';
import { OutcomeNotice, statusOf } from '../deeds/outcome-notice';
import { FrameService } from '../frame/frame.service';
import { choicesOf, type Marks, marksIn, placesOn } from './ballot-marks';
import { BallotPaperPage } from './ballot-paper-page';
import { BallotReview } from './ballot-review';
import { BallotState, votesNow } from './ballot-state';
import type { MeetingSheet } from './meeting-sheet';
import { Asked, type Exchange } from '../frame/exchange';

const UNMARKED: Marks = new Map();

/** The ballot of whoever is due: marked, looked over, put in. What is marked travels in the body of requests only. */
@ApiExcludeController()
@Controller('evaluations/:id/ballot')
export class BallotPages {
  constructor(
    private readonly sheets: EvaluationSheets,
    private readonly booklets: Booklets,
    private readonly relay: DeedRelay,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const sheet = await this.paperOf(actor, id);
    return votesNow(sheet) ? this.paper(actor, sheet, UNMARKED, exchange) : this.state(sheet, exchange);
  }

  @TakesPageForm()
  @Post()
  async take(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Record<string, unknown> | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.paperOf(actor, id);
    if (!votesNow(sheet)) return this.state(sheet, exchange);
    const marks = marksIn(placesOn(sheet), sent ?? {});
    if (sent?.step === 'edit') return this.paper(actor, sheet, marks, exchange);
    if (sent?.step !== 'cast') return this.review(sheet, marks, exchange);
    const choices = choicesOf(placesOn(sheet), marks);
    const path = `evaluations/${id}`;
    const outcome = await this.relay.pass(`${path}/vote`, { choices }, `/${path}/ballot`, exchange);
    if (!outcome) return '';
    const notice = <OutcomeNotice outcome={outcome} back={`/evaluations/${id}/ballot`} />;
    return this.review(sheet, marks, exchange, { notice, status: statusOf(outcome) });
  }

  /** Throws NotFound for whoever is not due to vote here. */
  private async paperOf(actor: Actor, id: number): Promise<MeetingSheet> {
    const sheet = await this.sheets.read(actor, id);
    if (!sheet.voters.some((voter) => voter.mine)) throw new NotFound();
    return sheet;
  }

  private async paper(actor: Actor, sheet: MeetingSheet, marks: Marks, exchange: Exchange) {
    const booklet = await this.booklets.read(actor, sheet.id);
    return this.frame.page(exchange, { title: '选票', crumbs: crumbsOf(sheet) }, ({ csrf }) => (
      <BallotPaperPage {...{ sheet, booklet, marks, csrf }} />
    ));
  }

  private review(
    sheet: MeetingSheet,
    marks: Marks,
    exchange: Exchange,
    { notice, status = 200 }: { notice?: ComponentChildren; status?: number } = {},
  ): Promise<string> {
    const props = { title: '核对选票', crumbs: crumbsOf(sheet), status, isFaulty: status >= 400 };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <>
        {notice}
        <BallotReview {...{ sheet, marks, csrf }} />
      </>
    ));
  }

  private state(sheet: MeetingSheet, exchange: Exchange): Promise<string> {
    const props = { title: '选票', crumbs: crumbsOf(sheet) };
    return this.frame.page(exchange, props, <BallotState sheet={sheet} />);
  }
}

const crumbsOf = ({ id, title }: MeetingSheet) => [
  { href: '/evaluations', label: '民主评议' },
  { href: `/evaluations/${id}`, label: title },
];
