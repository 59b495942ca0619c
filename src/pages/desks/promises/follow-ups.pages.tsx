import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, wears } from '../../../lifecycle/people';
import { situations } from '../../../lifecycle/words/terms';
import { By, Wearing } from '../../../platform/accounts/access';
import { dayOf } from '../../../platform/clock/calendar';
import { Day } from '../../../platform/pages/day-words';
import { listHref, Pager, Table } from '../../../platform/pages/table';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { IdParam } from '../../../platform/web/id.pipe';
import { FollowUpOverview } from '../../../promises/follow-ups/overview.service';
import { Door } from '../../../proposals/door';
import { Due } from '../../frame/due';
import { FrameService } from '../../frame/frame.service';
import { pageIn } from '../asked';
import { CaseLink } from '../case-link';
import { DESK } from './promise-filters';
import { PromiseTabs } from './promises.pages';
import { Asked, type Exchange } from '../../frame/exchange';

type Line = Awaited<ReturnType<FollowUpOverview['list']>>['items'][number];
type RequestLine = Awaited<ReturnType<FollowUpOverview['read']>>['requests'][number];

const PATH = `${DESK}/follow-ups`;
const SIZE = 20;

/** Looks back (回头看): begun, watched and closed by the committee. */
@ApiExcludeController()
@Wearing('committee', 'director', 'office', 'auditor')
@Controller('desk/promises/follow-ups')
export class FollowUpPages {
  constructor(
    private readonly overview: FollowUpOverview,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(
    @By() actor: Actor,
    @Query() query: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const list = await this.overview.list({ page: pageIn(query.page), size: SIZE });
    const actions = wears(actor, 'committee') && (
      <a class="btn btn-primary" href={`/do/follow-ups?back=${PATH}`}>
        发起回头看
      </a>
    );
    const lead = <PromiseTabs current="followUps" />;
    return this.frame.page(exchange, { title: '回头看', actions, lead }, () => (
      <>
        <Table
          caption="回头看，最近的在前"
          columns={columnsOf(this.door.now().day)}
          rows={list.items}
          rowHeader="title"
          empty={
            <>
              <p class="empty-title">还没有发起过回头看</p>
              <p>每年对未兑现的承诺和B类答复问一次落实情况，由承办单位限期报送。</p>
            </>
          }
        />
        {list.total > SIZE && <Pager {...list} href={(page) => listHref(PATH, {}, { page })} />}
      </>
    ));
  }

  @Get(':id')
  async show(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const followUp = await this.overview.read(id);
    const { title, dueOn, note, closedAt, asked, answered, open, unanswered, requests } = followUp;
    const crumbs = [
      { href: DESK, label: '承诺事项' },
      { href: PATH, label: '回头看' },
    ];
    const actions = !closedAt && wears(actor, 'committee') && (
      <a class="btn" href={`/do/follow-ups/${id}/close?back=${PATH}/${id}`}>
        结束回头看
      </a>
    );
    const lead = (
      <p>
        报送期限 {closedAt ? <Day day={dueOn} /> : <Due dueOn={dueOn} today={this.door.now().day} />}；问了{' '}
        {asked} 项，已报 {answered}，未报 {closedAt ? unanswered : open}。{note}
      </p>
    );
    return this.frame.page(exchange, { title, crumbs, actions, lead }, () => (
      <Table
        caption={`${title}的报送情况`}
        columns={REQUESTS}
        rows={requests}
        rowHeader="case"
        empty={<p class="empty-title">没有问到任何事项</p>}
      />
    ));
  }
}

const columnsOf = (today: string) => [
  {
    ...{ key: 'title', label: '标题' },
    cell: ({ id, title }: Line) => <a href={`${PATH}/${id}`}>{title}</a>,
  },
  { key: 'started', label: '发起', cell: ({ startedAt }: Line) => <Day day={dayOf(startedAt)} /> },
  {
    ...{ key: 'due', label: '报送期限' },
    cell: ({ dueOn, closedAt }: Line) =>
      closedAt ? <Day day={dueOn} /> : <Due dueOn={dueOn} today={today} />,
  },
  {
    ...{ key: 'answers', label: '报送' },
    cell: ({ answered, asked }: Line) => `已报 ${answered} / 共 ${asked}`,
  },
  { key: 'state', label: '状态', cell: ({ closedAt }: Line) => (closedAt ? '已结束' : '进行中') },
];

const REQUESTS = [
  {
    ...{ key: 'case', label: '提案和承诺' },
    cell: ({ proposalId, caseNo, subject, text }: RequestLine) => (
      <>
        <CaseLink href={`/proposals/${proposalId}`} caseNo={caseNo} receiptNo={null} subject={subject} />
        <div class="text-secondary">{text ?? '答复的总体落实情况'}</div>
      </>
    ),
  },
  { key: 'unit', label: '承办单位', cell: ({ unit }: RequestLine) => unit },
  {
    ...{ key: 'situation', label: '落实情况' },
    cell: ({ state, situation }: RequestLine) =>
      situation ? situations[situation] : state === 'unanswered' ? '未报送' : '待报送',
  },
  { key: 'evidence', label: '说明', cell: ({ evidence }: RequestLine) => evidence },
];
