import { Body, Controller, Get, Post } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { readForm } from '../../platform/pages/form-reading';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { NoticeHead } from '../../publication/publication.dto';
import { NoticeReading } from '../../publication/reading.service';
import { DeedRelay } from '../deeds/deed-relay';
import { OutcomeNotice, statusOf } from '../deeds/outcome-notice';
import { FrameService } from '../frame/frame.service';
import { ArrangeForm } from './arrange-form';
import { arrangedRows, itemsOf } from './arranged-rows';
import { Candidates } from './candidates.service';
import { NOTICES, type NoticeSheet } from './notice-sheet';
import { Asked, type Exchange } from '../frame/exchange';

type Sent = Record<string, unknown>;

/** The content of a notice, all on one page: its head, its items and their order. */
@ApiExcludeController()
@Controller('desk/notices/:id/arrange')
export class ArrangePages {
  constructor(
    private readonly notices: NoticeReading,
    private readonly candidates: Candidates,
    private readonly relay: DeedRelay,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const notice = await this.noticeFor(actor, id);
    const rows = arrangedRows(notice, await this.candidates.ready(actor));
    const state = { values: { ...notice }, faults: [], aids: {} };
    return this.frame.page(exchange, { title: '编排公示', crumbs: crumbsOf(notice) }, ({ csrf }) => (
      <ArrangeForm {...{ notice, rows, state, csrf }} />
    ));
  }

  @TakesPageForm()
  @Post()
  async arrange(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Sent | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const notice = await this.noticeFor(actor, id);
    const rows = arrangedRows(notice, await this.candidates.ready(actor), sent ?? {});
    const head = readForm(NoticeHead, sent ?? {});
    const body = { ...head, items: itemsOf(rows) };
    const outcome = await this.relay.pass(`notices/${id}`, body, `/desk/notices/${id}`, exchange);
    if (!outcome) return '';
    const faults = outcome.kind === 'invalid' ? outcome.faults : [];
    const state = { values: { ...head, version: notice.version }, faults, aids: {} };
    const props = { title: '编排公示', crumbs: crumbsOf(notice), status: statusOf(outcome), isFaulty: true };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <>
        <OutcomeNotice outcome={outcome} back={`/desk/notices/${id}/arrange`} />
        <ArrangeForm {...{ notice, rows, state, csrf }} />
      </>
    ));
  }

  /** Throws NotFound where there is nothing for the reader to arrange. */
  private async noticeFor(actor: Actor, id: number): Promise<NoticeSheet> {
    const notice = await this.notices.read(actor, id);
    if (!notice.actions.some(({ action }) => action === 'arrange')) throw new NotFound();
    return notice;
  }
}

const crumbsOf = ({ id, title }: NoticeSheet) => [NOTICES, { href: `/desk/notices/${id}`, label: title }];
