import { Body, Controller, Get, Post } from '@nestjs/common';
import { AgendaChoices } from '../../evaluation/agenda-choices.service';
import { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ErrorSummary } from '../../platform/pages/error-summary';
import { ApiExcludeController } from '../../platform/web/documentation';
import { type FieldFault, NotFound } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { DeedRelay } from '../deeds/deed-relay';
import { OutcomeNotice, statusOf } from '../deeds/outcome-notice';
import { FrameService } from '../frame/frame.service';
import { AgendaForm } from './agenda-form';
import { inOrder, placesSent } from './agenda-order';
import { LockForm } from './lock-form';
import { isTheirs, type MeetingSheet } from './meeting-sheet';
import { Asked, type Exchange } from '../frame/exchange';

type Sent = Record<string, unknown>;

/** Before the box is opened: what is voted on, and the tellers' locks. */
@ApiExcludeController()
@Controller('evaluations/:id')
export class PreparationPages {
  constructor(
    private readonly sheets: EvaluationSheets,
    private readonly choices: AgendaChoices,
    private readonly relay: DeedRelay,
    private readonly frame: FrameService,
  ) {}

  @Get('agenda')
  async agenda(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const sheet = await this.sheetFor(actor, id, 'changeAgenda');
    const choices = await this.choices.read(actor, id);
    const places = Object.fromEntries(
      sheet.items.map((item) => [item.proposalId ?? item.unitId, String(item.place)]),
    );
    return this.frame.page(
      exchange,
      { title: '调整议程', crumbs: crumbsOf(sheet), lead: HOW },
      ({ csrf }) => <AgendaForm {...{ sheet, choices, places, csrf }} />,
    );
  }

  @TakesPageForm()
  @Post('agenda')
  async changeAgenda(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Sent | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.sheetFor(actor, id, 'changeAgenda');
    const choices = await this.choices.read(actor, id);
    const places = placesSent(choices, sent ?? {});
    const ids = sent?.all ? choices.map((choice) => choice.id) : inOrder(choices, places);
    const field = sheet.objects === 'units' ? 'unitIds' : 'proposalIds';
    const body = { [field]: ids, version: sent?.version };
    const path = `evaluations/${id}`;
    const outcome = await this.relay.pass(`${path}/agenda`, body, `/${path}`, exchange);
    if (!outcome) return '';
    const props = { title: '调整议程', crumbs: crumbsOf(sheet), status: statusOf(outcome), isFaulty: true };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <>
        <OutcomeNotice outcome={outcome} back={`/${path}/agenda`} />
        <AgendaForm {...{ sheet, choices, places, csrf }} />
      </>
    ));
  }

  @Get('lock')
  async lock(@By() actor: Actor, @IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const sheet = await this.sheetFor(actor, id, 'lockBox');
    return this.frame.page(exchange, { title: '给票箱上锁', crumbs: crumbsOf(sheet) }, ({ csrf }) => (
      <LockForm id={id} csrf={csrf} faults={[]} />
    ));
  }

  @TakesPageForm()
  @Post('lock')
  async lockBox(
    @By() actor: Actor,
    @IdParam() id: number,
    @Body() sent: Sent | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sheet = await this.sheetFor(actor, id, 'lockBox');
    const path = `evaluations/${id}`;
    const phrase = sent?.phrase;
    const isSame = phrase === sent?.again;
    const outcome = isSame
      ? await this.relay.pass(`${path}/lock-box`, { phrase }, `/${path}`, exchange)
      : ({ kind: 'invalid', faults: [TYPED_OTHERWISE] } as const);
    if (!outcome) return '';
    const faults = outcome.kind === 'invalid' ? outcome.faults : [];
    const props = { title: '给票箱上锁', crumbs: crumbsOf(sheet), status: statusOf(outcome), isFaulty: true };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <>
        {faults.length > 0 ? (
          <ErrorSummary faults={faults} />
        ) : (
          <OutcomeNotice outcome={outcome} back={`/${path}`} />
        )}
        <LockForm id={id} csrf={csrf} faults={faults} />
      </>
    ));
  }

  /** Throws NotFound where it is not the reader's to do. */
  private async sheetFor(actor: Actor, id: number, action: string): Promise<MeetingSheet> {
    const sheet = await this.sheets.read(actor, id);
    if (!isTheirs(sheet, action)) throw new NotFound();
    return sheet;
  }
}

const TYPED_OTHERWISE: FieldFault = {
  field: 'again',
  code: 'differs',
  message: '两次输入的「开箱口令」不一致，请重新输入。',
};
const HOW = <p>在要评议的对象前填写次序（1、2、3……），不评议的留空。会上按次序逐项评议。</p>;

const crumbsOf = ({ id, title }: MeetingSheet) => [
  { href: '/evaluations', label: '民主评议' },
  { href: `/evaluations/${id}`, label: title },
];
