import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { EvaluationsQuery } from '../../evaluation/evaluation.dto';
import { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';
import { runsMeetings } from '../../evaluation/meetings';
import { type Actor, wears } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { seesMeetings } from '../../proposals/visibility';
import { DeedRelay } from '../deeds/deed-relay';
import { OptionLists } from '../deeds/option-lists';
import { OutcomeNotice, statusOf } from '../deeds/outcome-notice';
import { FrameService } from '../frame/frame.service';
import { CountPage } from './count-page';
import { itemToCount } from './count-state';
import { EvaluationList } from './evaluation-list';
import { MeetingPage } from './meeting-page';
import { isTheirs, type MeetingSheet } from './meeting-sheet';
import { presenceChanges } from './presence-changes';
import { Asked, type Exchange } from '../frame/exchange';

const REFRESH_SECONDS = 10;
const CRUMB = { href: '/evaluations', label: '民主评议' };

/** Meetings of the Standing Committee, for those who prepare, count and vote. */
@ApiExcludeController()
@Controller('evaluations')
export class MeetingDeskPages {
  constructor(
    private readonly sheets: EvaluationSheets,
    private readonly lists: OptionLists,
    private readonly relay: DeedRelay,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(
    @By() actor: Actor,
    @Query() query: EvaluationsQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    if (!seesMeetings(actor)) throw new NotFound();
    const page = await this.sheets.list(actor, query);
    const actions = wears(actor, 'committee') && (
      <a class="btn btn-primary" href="/do/evaluations">
        安排评议会议
      </a>
    );
    const content = <EvaluationList page={page} query={{ ...query }} />;
    return this.frame.page(exchange, { title: '民主评议', actions }, content);
  }

  @Get(':id')
  async show(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query('watch') watch: unknown,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.sheets.read(actor, id);
    const refreshAfter = watch === 'true' && sheet.stage === 'opened' ? REFRESH_SECONDS : undefined;
    const runs = runsMeetings(actor);
    const readable = await this.readable(actor, sheet);
    return this.frame.page(exchange, { title: sheet.title, crumbs: [CRUMB], refreshAfter }, ({ csrf }) => (
      <MeetingPage {...{ sheet, readable, csrf, runs }} />
    ));
  }

  private async readable(actor: Actor, { items }: MeetingSheet): Promise<ReadonlySet<number>> {
    const ids = items.flatMap(({ proposalId }) => proposalId ?? []);
    return new Set((await this.lists.cases.named(actor, ids)).map(({ value }) => Number(value)));
  }

  @TakesPageForm()
  @Post(':id/presence')
  async markPresence(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Record<string, unknown> | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.sheets.read(actor, id);
    const path = `evaluations/${id}`;
    const changes = presenceChanges(sheet.voters, sent ?? {});
    if (changes.present.length + changes.absent.length === 0) {
      exchange.reply.status(303).header('location', `/${path}`);
      return '';
    }
    const outcome = await this.relay.pass(`${path}/mark-presence`, changes, `/${path}`, exchange);
    if (!outcome) return '';
    const props = { title: sheet.title, crumbs: [CRUMB], status: statusOf(outcome), isFaulty: true };
    return this.frame.page(exchange, props, <OutcomeNotice outcome={outcome} back={`/${path}`} />);
  }

  @Get(':id/count')
  async count(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query('item') wanted: unknown,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.sheets.read(actor, id);
    if (!isTheirs(sheet, 'enterCount')) throw new NotFound();
    const { accountId } = actor;
    const item = sheet.shut ? itemToCount(sheet, accountId, wanted) : undefined;
    const crumbs = [CRUMB, { href: `/evaluations/${id}`, label: sheet.title }];
    return this.frame.page(exchange, { title: '录入纸质计票', crumbs }, ({ csrf }) => (
      <CountPage {...{ sheet, accountId, item, csrf }} />
    ));
  }
}
