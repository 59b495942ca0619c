import { Controller, Get, Param } from '@nestjs/common';
import { YearsService } from '../../calendar/years.service';
import { dayKinds } from '../../lifecycle/words/settings';
import { weekdayOf } from '../../lifecycle/words/durations';
import { KEEPERS } from '../../people/access';
import { Wearing } from '../../platform/accounts/access';
import { dayTimeWords } from '../../platform/pages/day-words';
import { Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { FrameService } from '../frame/frame.service';
import { Asked, type Exchange } from '../frame/exchange';

const HERE = '/desk/calendar';
const ORIGINS: Record<string, string> = { file: '随系统设置', list: '载入的通知' };

/** 放假安排: which years are loaded, what they say, and how the next one comes in. */
@ApiExcludeController()
@Wearing(...KEEPERS)
@Controller('desk/calendar')
export class CalendarPages {
  constructor(
    private readonly years: YearsService,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(@Asked() exchange: Exchange): Promise<string> {
    const { items, warning } = await this.years.list();
    const actions = (
      <>
        <a class="btn btn-primary" href={`/do/calendar/years/preview?back=${HERE}`}>
          载入一年的安排
        </a>
        <a class="btn" href={`/do/calendar/days/preview?back=${HERE}`}>
          调整一天
        </a>
      </>
    );
    return this.frame.page(exchange, { title: '放假安排', actions }, () => (
      <>
        {warning && (
          <div class="alert alert-warning" role="alert">
            {warning}
          </div>
        )}
        <Table
          caption="已载入的年份"
          rowHeader="year"
          rows={items}
          columns={[
            { key: 'year', label: '年份', cell: ({ year }) => <a href={`${HERE}/${year}`}>{year} 年</a> },
            { key: 'source', label: '依据', cell: ({ source }) => source },
            { key: 'origin', label: '来源', cell: ({ origin }) => ORIGINS[origin] ?? origin },
            { key: 'at', label: '载入', cell: ({ at, by }) => `${dayTimeWords(at)} ${by}` },
            {
              key: 'changed',
              label: '此后单独调整',
              numeric: true,
              cell: ({ changedDays }) => `${changedDays} 天`,
            },
          ]}
          empty={<p>还没有载入任何一年。请把国务院办公厅的放假通知载入。</p>}
        />
        <p class="text-secondary">
          没有载入的年份按固定的法定节日推算，期限标为“暂定”；载入后自动重算并告知有关的人。
        </p>
      </>
    ));
  }

  @Get(':year')
  async show(@Param('year') year: string, @Asked() exchange: Exchange): Promise<string> {
    if (!/^\d{4}$/.test(year)) throw new NotFound();
    const { days, source, changedDays } = await this.years.get(Number(year));
    const crumbs = [{ href: HERE, label: '放假安排' }];
    return this.frame.page(exchange, { title: `${year} 年放假安排`, crumbs }, () => (
      <>
        <p>
          依据：{source}。{changedDays > 0 && `此后单独调整过 ${changedDays} 天。`}
        </p>
        <Table
          caption={`${year} 年`}
          rows={days}
          columns={[
            { key: 'day', label: '日期', cell: ({ day }) => `${day} ${weekdayOf(day)}` },
            {
              key: 'kind',
              label: '安排',
              cell: ({ kind }) => dayKinds[kind as keyof typeof dayKinds] ?? kind,
            },
            { key: 'name', label: '名称', cell: ({ name }) => name },
          ]}
          empty={<p>这一年没有特别安排。</p>}
        />
      </>
    ));
  }
}
