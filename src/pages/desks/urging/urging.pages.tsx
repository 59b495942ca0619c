import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../../lifecycle/people';
import { clockWords, hats } from '../../../lifecycle/words/terms';
import { By, Wearing } from '../../../platform/accounts/access';
import { dayOf } from '../../../platform/clock/calendar';
import { Day } from '../../../platform/pages/day-words';
import { withQuery } from '../../../platform/pages/local-path';
import { Table } from '../../../platform/pages/table';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { Door } from '../../../proposals/door';
import { deedPath } from '../../deeds/deed-words';
import { Due } from '../../frame/due';
import { FrameService } from '../../frame/frame.service';
import { CaseLink } from '../case-link';
import { type AskedRow, LateCases, type LateRow } from './late-cases.service';
import { Asked, type Exchange } from '../../frame/exchange';

const DESK = '/desk/urging';

/** Where handling does not go on: asked by sponsors, or simply late. */
@ApiExcludeController()
@Wearing('committee')
@Controller('desk/urging')
export class UrgingPages {
  constructor(
    private readonly cases: LateCases,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const today = this.door.now().day;
    const asked = await this.cases.asked(actor);
    const late = await this.cases.late(actor, today);
    return this.frame.page(exchange, { title: '催办' }, () => (
      <>
        <section class="mb-4" aria-labelledby="asked">
          <h2 id="asked">提案者请求催办</h2>
          <Table
            caption="提案者请求催办的提案"
            columns={askedColumns(today)}
            rows={asked}
            rowHeader="case"
            empty={<p class="empty-title">没有待答复的催办请求</p>}
          />
        </section>
        <section class="mb-4" aria-labelledby="late">
          <h2 id="late">承办单位和交办单位超期</h2>
          <Table
            caption="超期的步骤，超期最久的在前"
            columns={lateColumns(today)}
            rows={late}
            rowHeader="case"
            empty={<p class="empty-title">没有超期的步骤</p>}
          />
        </section>
      </>
    ));
  }
}

const caseOf = (row: AskedRow | LateRow) => (
  <CaseLink {...row} isKey={Boolean(row.isKey)} href={`/proposals/${row.id}`} />
);

const DeedLink = ({ row, verb, label }: { row: AskedRow | LateRow; verb: string; label: string }) => (
  <a class="btn btn-sm" href={withQuery(deedPath('proposals', row.id, verb), 'back', DESK)}>
    {label}
    <span class="visually-hidden">：{row.subject}</span>
  </a>
);

const askedColumns = (today: string) => [
  { key: 'case', label: '提案', cell: caseOf },
  { key: 'sponsor', label: '提案者', cell: ({ sponsor }: AskedRow) => sponsor },
  { key: 'reason', label: '理由', cell: ({ reason }: AskedRow) => reason },
  {
    ...{ key: 'due', label: '答复期限' },
    cell: ({ dueOn }: AskedRow) => dueOn && <Due dueOn={dueOn} today={today} />,
  },
  {
    ...{ key: 'deed', label: '办理' },
    cell: (row: AskedRow) => (
      <div class="btn-list">
        <DeedLink row={row} verb="urge" label="发催办函" />
        <DeedLink row={row} verb="declineUrging" label="不予催办" />
      </div>
    ),
  },
];

const lateColumns = (today: string) => [
  { key: 'case', label: '提案', cell: caseOf },
  { key: 'ower', label: '责任单位', cell: ({ ower, owerHat }: LateRow) => ower ?? hats[owerHat] },
  { key: 'clock', label: '事项', cell: ({ clock }: LateRow) => clockWords[clock] },
  { key: 'due', label: '期限', cell: ({ dueOn }: LateRow) => <Due dueOn={dueOn} today={today} /> },
  {
    ...{ key: 'urged', label: '上次催办' },
    cell: ({ urgedAt }: LateRow) => (urgedAt ? <Day day={dayOf(urgedAt)} /> : '未催办'),
  },
  {
    ...{ key: 'deed', label: '办理' },
    cell: (row: LateRow) => <DeedLink row={row} verb="urge" label="发催办函" />,
  },
];
