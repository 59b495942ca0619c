import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import type { FieldFault } from '../../../platform/web/errors';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { TakesPageForm } from '../../../platform/web/form';
import { Rules } from '../../../proposals/rules';
import { Door } from '../../../proposals/door';
import { doneIn } from '../../frame/done-message';
import { FrameService } from '../../frame/frame.service';
import { BatchDesk } from '../batch-desk.service';
import { portionIn } from '../batch-portions';
import { BatchProgress } from '../batch-progress';
import { BatchResults } from '../batch-results';
import { pageIn, textIn } from '../asked';
import { Tabs } from '../tabs';
import { ExaminationQueue, type QueueQuery, type Waiting } from './examination-queue.service';
import { DESK, QueueView } from './queue-view';
import { Asked, type Exchange } from '../../frame/exchange';

type Fields = Record<string, unknown>;

/** What was submitted: looked through by the clerk, confirmed by the director. */
@ApiExcludeController()
@Wearing('committee', 'director')
@Controller('desk/examination')
export class ExaminationPages {
  constructor(
    private readonly queue: ExaminationQueue,
    private readonly batches: BatchDesk,
    private readonly rules: Rules,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  show(@By() actor: Actor, @Query() query: Fields, @Asked() exchange: Exchange): Promise<string> {
    return this.list(actor, query, { exchange });
  }

  /** Many at once: what became of each is said on a page of its own. */
  @TakesPageForm()
  @Post('many/:deed')
  async perform(
    @By() actor: Actor,
    @Param('deed') deed: string,
    @Body() sent: Fields | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const { waiting, outcome, reason } = sent ?? {};
    const body = deed === 'file' ? {} : { outcome, reason };
    const { now, later, before } = portionIn(sent);
    const { results: done, faults } = await this.batches.perform(
      `examination/${deed}`,
      { ids: now, ...body },
      exchange.request,
    );
    if (!done) return this.list(actor, { waiting }, { exchange, faults, chosen: [...now, ...later] });
    const results = [...before, ...done];
    const crumbs = [{ href: DESK, label: '审查' }];
    const word = deed === 'file' ? '批量立案' : '批量初审';
    if (later.length > 0)
      return this.frame.page(exchange, { title: word, crumbs }, ({ csrf }) => (
        <BatchProgress
          {...{ results, later, csrf, action: `${DESK}/many/${deed}` }}
          fields={{ waiting, ...body }}
        />
      ));
    const names = await this.batches.namesOf(actor, results);
    const next = { href: `${DESK}?waiting=${waitingIn(waiting, actor)}`, label: '回到审查' };
    const title = `${word}的结果`;
    return this.frame.page(exchange, { title, crumbs }, <BatchResults {...{ results, names, next }} />);
  }

  /** On to the case that is next after one, or back to the list at the end. */
  @Get('next')
  async next(
    @By() actor: Actor,
    @Query() { after, waiting }: Fields,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const done = doneIn(exchange.request.url);
    const here = waitingIn(waiting, actor);
    const id = await this.queue.after(actor, Number(after) || 0, here);
    const query = new URLSearchParams({ waiting: here, ...(done === null ? {} : { done }) });
    exchange.reply.status(303).header('location', `${DESK}${id === null ? '' : `/${id}`}?${query}`);
    return '';
  }

  private async list(
    actor: Actor,
    asked: Fields,
    { exchange, faults = [], chosen = [] }: Answering,
  ): Promise<string> {
    const query: QueueQuery = {
      ...{ waiting: waitingIn(asked.waiting, actor), category: textIn(asked.category) },
      page: pageIn(asked.page),
    };
    const counts = await this.queue.counts(actor);
    const { rows, total } = await this.queue.list(actor, query);
    const tabs = [
      tab(query, 'examine', `待初审 ${counts.examine}`),
      tab(query, 'confirm', `待主任复核 ${counts.confirm}`),
      { href: `${DESK}/numbers`, label: '案号', current: false },
    ];
    const may = { recommend: wears(actor, 'committee'), confirm: wears(actor, 'director') };
    const status = faults.length > 0 ? 422 : 200;
    const lead = <Tabs name="审查" tabs={tabs} />;
    const props = { title: '审查', lead, status, isFaulty: status !== 200 };
    return this.frame.page(exchange, props, ({ csrf }) => (
      <QueueView
        {...{ query, rows, total, csrf, may, faults, chosen }}
        today={this.door.now().day}
        categories={this.rules.handling.categories}
      />
    ));
  }
}

interface Answering {
  readonly exchange: Exchange;
  faults?: readonly FieldFault[];
  chosen?: readonly string[];
}

/** What was asked for, or what is this person's to do. */
export function waitingIn(asked: unknown, actor: Actor): Waiting {
  if (asked === 'examine' || asked === 'confirm') return asked;
  return wears(actor, 'committee') ? 'examine' : 'confirm';
}

const tab = (query: QueueQuery, waiting: Waiting, label: string) => ({
  ...{ href: `${DESK}?waiting=${waiting}`, label },
  current: query.waiting === waiting,
});
