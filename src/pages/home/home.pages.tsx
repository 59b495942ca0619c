import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { listHref, Pager, Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Door } from '../../proposals/door';
import { DeadlinesQuery } from '../../proposals/lists/list.dto';
import { ToDoService } from '../../proposals/lists/to-do.service';
import { numberOf } from '../deeds/case-label';
import { endingDeed } from '../deeds/ending-deed';
import { Due } from '../frame/due';
import { FrameService } from '../frame/frame.service';
import { Asked, type Exchange } from '../frame/exchange';

type Line = Awaited<ReturnType<ToDoService['list']>>['items'][number];

/** Most people owe less than this. */
const SIZE = 50;

/** The first page: what I owe, most urgent first, each with the deed that ends it. */
@ApiExcludeController()
@Controller()
export class HomePages {
  constructor(
    private readonly toDo: ToDoService,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() query: DeadlinesQuery,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const list = await this.toDo.list(actor, { ...query, size: query.size ?? SIZE });
    const today = this.door.now().day;
    const late = list.items.filter(({ overdue }) => overdue).length;
    const lead = list.total > 0 && (
      <p>
        有 {list.total} 件事等您办理{late > 0 && `，其中 ${late} 件已超期`}。
        {query.overdue ? <a href="/">显示全部</a> : late > 0 && <a href="/?overdue=true">只看超期的</a>}
      </p>
    );
    return this.frame.page(exchange, { title: '我的待办', lead }, () => (
      <>
        <Table
          caption="我的待办，最急的在前"
          columns={columns(today)}
          rows={list.items}
          rowHeader="what"
          empty={<Nothing />}
        />
        {list.total > list.size && <Pager {...list} href={(page) => listHref('/', { ...query }, { page })} />}
      </>
    ));
  }
}

const Nothing = () => (
  <>
    <p class="empty-title">目前没有等您办理的事</p>
    <p>
      有新的事情会出现在这里，并发到您的<a href="/inbox">消息</a>。您可以<a href="/proposals">查看提案</a>。
    </p>
  </>
);

function columns(today: string) {
  return [
    { key: 'what', label: '事项', cell: (row: Line) => row.word },
    { key: 'case', label: '提案', cell: caseOf },
    { key: 'due', label: '期限', cell: (row: Line) => <Due {...row} today={today} /> },
    { key: 'as', label: '身份', cell: (row: Line) => row.ower },
    { key: 'do', label: '办理', cell: deedOf },
  ];
}

const hrefOf = ({ subjectKind, subjectId, proposalId }: Line): string | undefined =>
  proposalId !== null
    ? `/proposals/${proposalId}`
    : subjectKind === 'evaluation'
      ? `/evaluations/${subjectId}`
      : subjectKind === 'publication'
        ? `/desk/notices/${subjectId}`
        : undefined;

function caseOf(row: Line) {
  const href = hrefOf(row);
  const words = row.subject || '查看';
  return (
    <>
      {href ? <a href={href}>{words}</a> : words}
      {row.proposalId !== null && <small class="text-secondary"> {numberOf(row)}</small>}
    </>
  );
}

function deedOf(row: Line) {
  const deed = endingDeed(row);
  const href = deed?.href ?? hrefOf(row);
  return (
    href && (
      <a class="btn btn-sm btn-primary" href={href}>
        {deed?.word ?? '去办理'}
        <span class="visually-hidden">：{row.subject ?? row.word}</span>
      </a>
    )
  );
}
