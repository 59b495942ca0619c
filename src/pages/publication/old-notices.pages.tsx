import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { type Actor, wears } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import { TakesPageForm } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { PageQuery } from '../../platform/web/page.dto';
import { OldNoticeList } from '../../publication/old-notices/old-notice-list.service';
import type { OldNoticePreview } from '../../publication/old-notices/preview';
import { DeedRelay } from '../deeds/deed-relay';
import { OptionLists } from '../deeds/option-lists';
import { OutcomeNotice, statusOf } from '../deeds/outcome-notice';
import { FrameService } from '../frame/frame.service';
import { answersIn } from './old-notice-answers';
import { OldNoticeForm } from './old-notice-form';
import { OldNoticePage, OldNoticeTable } from './old-notice-page';
import { NOTICES } from './notice-sheet';
import { NoticeTabs } from './notice-tabs';
import { Asked, type Exchange } from '../frame/exchange';

type Answers = ReturnType<typeof answersIn>;
const CRUMBS = [NOTICES, { href: '/desk/old-notices', label: '往年公示' }];

/** Notices of earlier years: pasted, understood, asked about, and confirmed by somebody else. */
@ApiExcludeController()
@Controller('desk/old-notices')
export class OldNoticesPages {
  constructor(
    private readonly kept: OldNoticeList,
    private readonly relay: DeedRelay,
    private readonly lists: OptionLists,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(@By() actor: Actor, @Query() query: PageQuery, @Asked() exchange: Exchange): Promise<string> {
    const page = await this.kept.list(actor, query);
    const actions = wears(actor, 'committee') && (
      <a class="btn btn-primary" href="/desk/old-notices/new">
        导入往年公示
      </a>
    );
    const lead = <NoticeTabs actor={actor} current="/desk/old-notices" />;
    const content = <OldNoticeTable page={page} />;
    return this.frame.page(exchange, { title: '往年公示', actions, lead }, content);
  }

  @Wearing('committee')
  @Get('new')
  paste(@Asked() exchange: Exchange): Promise<string> {
    return this.form(exchange, { answers: {}, preview: null });
  }

  @Wearing('committee')
  @TakesPageForm()
  @Post('new')
  async take(
    @Body() sent: Record<string, unknown> | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const answers = answersIn(sent ?? {});
    if (sent?.step === 'import') {
      const outcome = await this.relay.pass('old-notices', answers, '/desk/old-notices', exchange);
      if (!outcome) return '';
    }
    const read = await this.relay.ask('old-notices/preview', answers, exchange.request);
    if (read.kind === 'done')
      return this.form(exchange, { answers, preview: read.result as unknown as OldNoticePreview });
    const notice = <OutcomeNotice outcome={read} back="/desk/old-notices/new" />;
    return this.form(exchange, { answers, preview: null, notice, status: statusOf(read) });
  }

  @Get(':id')
  async show(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const notice = await this.kept.read(actor, id);
    const may = {
      confirm: wears(actor, 'office'),
      reject: wears(actor, 'office') || wears(actor, 'committee'),
    };
    return this.frame.page(exchange, { title: notice.title, crumbs: CRUMBS }, ({ csrf }) => (
      <OldNoticePage {...{ notice, may, csrf }} />
    ));
  }

  private async form(exchange: Exchange, { answers, preview, notice, status = 200 }: Shown): Promise<string> {
    const sponsors = preview && !preview.ready ? await this.lists.sponsors() : [];
    const units = preview && !preview.ready ? await this.lists.units() : [];
    const props = { title: '导入往年公示', crumbs: CRUMBS, status, isFaulty: status >= 400 };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <>
        {notice}
        <OldNoticeForm {...{ answers, preview, csrf, sponsors, units }} />
      </>
    ));
  }
}

interface Shown {
  readonly answers: Answers;
  readonly preview: OldNoticePreview | null;
  readonly notice?: ComponentChildren;
  readonly status?: number;
}
