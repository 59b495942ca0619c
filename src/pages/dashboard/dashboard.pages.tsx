import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { ApiExcludeController } from '../../platform/web/documentation';
import type { FigureName } from '../../statistics/figure';
import { type StatisticsDto, StatisticsQuery } from '../../statistics/statistics.dto';
import { StatisticsService } from '../../statistics/statistics.service';
import { FrameService } from '../frame/frame.service';
import { Figure } from './figure';
import { type Operations, OperationsService } from './operations.service';
import { OperationsSection } from './operations-section';
import { Asked, type Exchange } from '../frame/exchange';

const EMPTY: Record<FigureName, string> = {
  stages: '本次会议还没有您可以查看的提案。',
  filing: '本次会议还没有收到提案。',
  overdue: '没有承办单位超期。',
  due: '今后 8 周没有步骤到期。',
  classes: '还没有已答复的提案。',
  punctuality: '还没有已答复的提案。',
  meetings: '还没有立案的提案。',
  satisfaction: '还没有可以查看的反馈。',
  categories: '本次会议还没有收到提案。',
  keyCases: '还没有确定重点提案。',
};

/** What whoever opens it answers for, in figures: over the cases they may see, and for administrators over the system. */
@ApiExcludeController()
@Controller('dashboard')
export class DashboardPages {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly operations: OperationsService,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() query: StatisticsQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const read = await this.statistics.of(actor, query);
    const operations = wears(actor, 'administrator') ? await this.operations.read() : null;
    const lead = read.figures.length > 0 && <SessionChoice {...read} />;
    return this.frame.page(exchange, { title: '统计', lead }, <Content {...read} operations={operations} />);
  }
}

function Content({ figures, operations }: StatisticsDto & { operations: Operations | null }) {
  if (figures.length === 0 && !operations)
    return (
      <div class="empty">
        <p class="empty-title">没有供您的身份查看的统计</p>
        <p>
          您可以回到<a href="/">我的待办</a>。
        </p>
      </div>
    );
  return (
    <>
      {operations && <OperationsSection {...operations} />}
      <div class="row row-cards">
        {figures.map((figure) => (
          <div class="col-12 col-xl-6">
            <Figure figure={figure} empty={EMPTY[figure.name]} open={figure.name === 'overdue'} />
          </div>
        ))}
      </div>
    </>
  );
}

const SessionChoice = ({ sessionId, sessions }: StatisticsDto) => (
  <form class="filters" method="get" action="/dashboard" data-auto>
    <div class="wide">
      <label class="form-label" for="session">
        会议
      </label>
      <select id="session" class="form-select" name="sessionId">
        {sessions.map(({ id, label }) => (
          <option value={id} selected={id === sessionId}>
            {label}
          </option>
        ))}
      </select>
    </div>
    <button class="btn" type="submit">
      查看
    </button>
  </form>
);
