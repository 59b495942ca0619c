import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { listHref, Pager } from '../../../platform/pages/table';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { type PromiseCounts, PromiseStatistics } from '../../../promises/promise-statistics.service';
import { PromiseRegister } from '../../../promises/register.service';
import { Door } from '../../../proposals/door';
import { OptionLists } from '../../deeds/option-lists';
import { FrameService } from '../../frame/frame.service';
import { Tabs } from '../tabs';
import { AskedCarryOvers } from './carry-overs.service';
import { DESK, PromiseFilters, promisesQueryIn } from './promise-filters';
import { RegisterView } from './register-view';
import { Asked, type Exchange } from '../../frame/exchange';

/** The register of promises, for those who keep them and those who see to it. */
@ApiExcludeController()
@Wearing('committee', 'director', 'unitHandler', 'unitLeader', 'auditor', 'office')
@Controller('desk/promises')
export class PromisesPages {
  constructor(
    private readonly register: PromiseRegister,
    private readonly statistics: PromiseStatistics,
    private readonly carryOvers: AskedCarryOvers,
    private readonly lists: OptionLists,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() asked: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const query = promisesQueryIn(asked);
    const list = await this.register.list(actor, query);
    const { all } = await this.statistics.read(actor, query);
    const carryOvers = await this.carryOvers.of(list.items.map(({ id }) => id));
    const sees = seesFollowUps(actor);
    const units = sees ? await this.lists.units() : [];
    const sessions = await this.lists.sessions();
    const here = listHref(DESK, { ...query, size: null }, { page: query.page === 1 ? null : query.page });
    const actions = (
      <a class="btn" href={listHref('/api/promises.csv', { ...query, size: null }, {})}>
        导出表格
      </a>
    );
    const lead = (
      <>
        {sees && <PromiseTabs current="register" />}
        <Counts counts={all} />
      </>
    );
    return this.frame.page(exchange, { title: '承诺事项', actions, lead }, ({ csrf }) => (
      <>
        <PromiseFilters {...{ query, units, sessions }} />
        <RegisterView {...{ rows: list.items, carryOvers, actor, here, csrf, today: this.door.now().day }} />
        {list.total > list.size && (
          <Pager {...list} href={(page) => listHref(DESK, { ...query, size: null }, { page })} />
        )}
      </>
    ));
  }
}

const seesFollowUps = (actor: Actor): boolean =>
  (['committee', 'director', 'office', 'auditor'] as const).some((hat) => wears(actor, hat));

export const PromiseTabs = ({ current }: { current: 'register' | 'followUps' }) => (
  <Tabs
    name="承诺事项"
    tabs={[
      { href: DESK, label: '台账', current: current === 'register' },
      { href: `${DESK}/follow-ups`, label: '回头看', current: current === 'followUps' },
    ]}
  />
);

/** Numerator and denominator, always. */
const Counts = ({ counts }: { counts: PromiseCounts }) => (
  <p>
    共 {counts.made} 项：按期兑现 {counts.keptInTime}，结转后兑现 {counts.keptAfterCarryOver}，逾期兑现{' '}
    {counts.keptLate}，办理中 {counts.open}，已逾期 <strong>{counts.overdue}</strong>。B类答复{' '}
    {counts.issuedAsB} 件中有 {counts.turnedA} 件已转为A类。
  </p>
);
