import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { lengthWords } from '../../../lifecycle/words/durations';
import type { Actor } from '../../../lifecycle/people';
import { CountsService } from '../../../merging/counts.service';
import { By, Wearing } from '../../../platform/accounts/access';
import { withQuery } from '../../../platform/pages/local-path';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { TakesPageForm } from '../../../platform/web/form';
import { Door } from '../../../proposals/door';
import { OptionLists } from '../../deeds/option-lists';
import { FrameService } from '../../frame/frame.service';
import { idIn, idsIn } from '../asked';
import { BatchDesk } from '../batch-desk.service';
import { BatchResults } from '../batch-results';
import { ComparedCases, type ComparedCase } from '../compare/compared-cases.service';
import { ComparedTexts } from '../compare/compared-texts';
import { Basket, BothCounts } from './basket';
import { MergingsView } from './mergings-view';
import { Mergings } from './mergings.service';
import { MOST_CASES, type Plan, planIn, proposalFor } from './plan';
import { DESK, Planning } from './planning-view';
import { Asked, type Exchange } from '../../frame/exchange';

type Fields = Record<string, unknown>;

/** Cases of the same content laid side by side, and merged when their sponsors agree. The basket is the address. */
@ApiExcludeController()
@Wearing('committee')
@Controller('desk/merging')
export class MergingPages {
  constructor(
    private readonly cases: ComparedCases,
    private readonly mergings: Mergings,
    private readonly counts: CountsService,
    private readonly batches: BatchDesk,
    private readonly lists: OptionLists,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @Query() query: Fields, @Asked() exchange: Exchange): Promise<string> {
    const plan = planIn(query);
    const added = await this.added(actor, query);
    if (added.length > 0) {
      const ids = [...new Set([...plan.ids, ...added])].slice(0, MOST_CASES).join(',');
      exchange.reply.status(303).header('location', withQuery(DESK, 'ids', ids));
      return '';
    }
    const cases = await this.cases.read(actor, plan.ids);
    return cases.length > 1
      ? this.planning(cases, plan, exchange)
      : this.overview(actor, cases, query, exchange);
  }

  /** Asks the sponsors of each case that is to follow; what became of each is said on a page of its own. */
  @TakesPageForm()
  @Post('proposals')
  async propose(
    @By() actor: Actor,
    @Body() sent: Fields | undefined,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const plan = planIn(sent ?? {});
    const cases = await this.cases.read(actor, plan.ids);
    const followers = cases.filter(({ id }) => id !== plan.principalId);
    const bodies = followers.map((each) => ({ id: each.id, body: proposalFor(each, cases, plan) }));
    const results = await this.batches.performEach('propose-merge', bodies, exchange.request);
    const names = await this.batches.namesOf(actor, results);
    const crumbs = [{ href: DESK, label: '并案' }];
    const next = { href: DESK, label: '看征询的进展' };
    return this.frame.page(
      exchange,
      { title: '征询并案的结果', crumbs },
      <BatchResults {...{ results, names, next }} />,
    );
  }

  private planning(cases: ComparedCase[], plan: Plan, exchange: Exchange): Promise<string> {
    const time = lengthWords(this.lists.settings.clocks.mergeConsent.length);
    const crumbs = [{ href: DESK, label: '并案' }];
    const actions = (
      <a class="btn btn-primary" href="#plan">
        怎样并案
      </a>
    );
    const title = `比较 ${cases.length} 件提案`;
    return this.frame.page(exchange, { title, crumbs, actions }, ({ csrf }) => (
      <>
        <ComparedTexts cases={cases} about={(each) => <About one={each} cases={cases} />} />
        <Planning {...{ cases, plan, csrf, time }} />
      </>
    ));
  }

  private async overview(
    actor: Actor,
    cases: ComparedCase[],
    query: Fields,
    exchange: Exchange,
  ): Promise<string> {
    const sessions = await this.lists.sessions();
    const sessionId = idIn(query.sessionId) ?? Number(sessions[0]?.value ?? 0);
    const counts = sessionId ? await this.counts.of(actor, sessionId) : null;
    const mergings = await this.mergings.list(actor);
    const today = this.door.now().day;
    return this.frame.page(exchange, { title: '并案' }, ({ csrf }) => (
      <>
        {counts && <BothCounts counts={counts} />}
        <Basket {...{ cases, sessions, sessionId }} isMissing={typeof query.numbers === 'string'} />
        <MergingsView {...{ mergings, today, csrf }} />
      </>
    ));
  }

  /** Cases named by their numbers. */
  private async added(actor: Actor, { numbers, sessionId }: Fields): Promise<number[]> {
    const session = idIn(sessionId);
    const asked = typeof numbers === 'string' ? numbers.replace(/[^\d]+/g, ',') : '';
    return session && asked ? this.mergings.idsOf(actor, session, idsIn(asked, MOST_CASES)) : [];
  }
}

const About = ({ one, cases }: { one: ComparedCase; cases: readonly ComparedCase[] }) => {
  const rest = cases.filter((each) => each !== one).map(({ id }) => id);
  return (
    <p>
      <span class="badge bg-blue-lt">{one.stageWord}</span> {one.sponsors.map(({ name }) => name).join('、')}{' '}
      <a href={withQuery(DESK, 'ids', rest.join(','))}>
        移出比较<span class="visually-hidden">：{one.name}</span>
      </a>
    </p>
  );
};
