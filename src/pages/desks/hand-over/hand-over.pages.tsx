import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { listHref, Pager } from '../../../platform/pages/table';
import { ApiExcludeController } from '../../../platform/web/documentation';
import type { FieldFault } from '../../../platform/web/errors';
import { TakesPageForm } from '../../../platform/web/form';
import { Door } from '../../../proposals/door';
import { OptionLists } from '../../deeds/option-lists';
import { FrameService } from '../../frame/frame.service';
import { idIn, pageIn } from '../asked';
import { BatchDesk } from '../batch-desk.service';
import { portionIn } from '../batch-portions';
import { BatchProgress } from '../batch-progress';
import { BatchResults } from '../batch-results';
import { SessionChoice } from '../session-choice';
import { FILED_SIZE, FiledCases, WHOLE_SIZE } from './filed-cases.service';
import { DESK, FiledView } from './filed-view';
import { MeetingList } from './meeting-list';
import { Asked, type Exchange } from '../../frame/exchange';

type Fields = Record<string, unknown>;

/** What is filed goes to the offices that assign it, one by one or many in a meeting (交办会). */
@ApiExcludeController()
@Wearing('committee', 'director')
@Controller('desk/hand-over')
export class HandOverPages {
  constructor(
    private readonly cases: FiledCases,
    private readonly batches: BatchDesk,
    private readonly lists: OptionLists,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  show(@By() actor: Actor, @Query() query: Fields, @Asked() exchange: Exchange): Promise<string> {
    return this.list(actor, query, { exchange });
  }

  @TakesPageForm()
  @Post('many')
  async perform(
    @By() actor: Actor,
    @Body() sent: Fields | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const { now, later, before } = portionIn(sent);
    const officeOf = (id: string) => sent?.officeForAll || sent?.[`office-${id}`] || null;
    const items = now.map((proposalId) => ({ proposalId, officeId: officeOf(proposalId) }));
    const { results: done, faults } = await this.batches.perform(
      'assignment/hand-over',
      { items },
      exchange.request,
    );
    if (!done) return this.list(actor, {}, { exchange, faults, chosen: [...now, ...later] });
    const results = [...before, ...done];
    const crumbs = [{ href: DESK, label: '交办' }];
    if (later.length > 0)
      return this.frame.page(exchange, { title: '批量交办', crumbs }, ({ csrf }) => (
        <BatchProgress
          {...{ results, later, csrf, action: `${DESK}/many` }}
          fields={Object.fromEntries(later.map((id) => [`office-${id}`, officeOf(id)]))}
        />
      ));
    const names = await this.batches.namesOf(actor, results);
    const next = { href: DESK, label: '回到交办' };
    return this.frame.page(exchange, { title: '交办的结果', crumbs }, () => (
      <BatchResults {...{ results, names, next }} />
    ));
  }

  /** To be printed for the meeting. */
  @Get('list')
  async printed(@By() actor: Actor, @Query() query: Fields, @Asked() exchange: Exchange): Promise<string> {
    const { rows, total } = await this.cases.list(actor, idIn(query.sessionId) ?? null, {
      ...{ page: 1, size: WHOLE_SIZE },
    });
    const crumbs = [{ href: DESK, label: '交办' }];
    const actions = (
      <button class="btn btn-primary" type="button" data-print hidden>
        打印
      </button>
    );
    return this.frame.page(exchange, { title: '提案交办会清单', crumbs, actions }, () => (
      <MeetingList rows={rows} total={total} day={this.door.now().day} />
    ));
  }

  private async list(
    actor: Actor,
    query: Fields,
    { exchange, faults = [], chosen = [] }: Answering,
  ): Promise<string> {
    const sessionId = idIn(query.sessionId) ?? null;
    const page = pageIn(query.page);
    const { rows, total } = await this.cases.list(actor, sessionId, { page, size: FILED_SIZE });
    const [offices, sessions] = [await this.lists.offices(), await this.lists.sessions()];
    const status = faults.length > 0 ? 422 : 200;
    const actions = rows.length > 0 && (
      <a class="btn" href={listHref(`${DESK}/list`, { sessionId }, {})}>
        交办会清单
      </a>
    );
    const head = { title: '交办', actions, status, isFaulty: status !== 200 };
    return this.frame.page(exchange, head, ({ csrf }) => (
      <>
        <SessionChoice action={DESK} sessions={sessions} chosen={sessionId} all />
        <FiledView
          {...{ rows, offices, csrf, faults, chosen, today: this.door.now().day }}
          mayHandOver={wears(actor, 'committee')}
        />
        {total > FILED_SIZE && (
          <Pager
            {...{ page, size: FILED_SIZE, total }}
            href={(other) => listHref(DESK, { sessionId }, { page: other })}
          />
        )}
      </>
    ));
  }
}

interface Answering {
  readonly exchange: Exchange;
  faults?: readonly FieldFault[];
  chosen?: readonly string[];
}
