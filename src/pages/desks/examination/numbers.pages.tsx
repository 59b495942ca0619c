import { Controller, Get, Query } from '@nestjs/common';
import type { CaseNumberDto } from '../../../examination/case-numbers.dto';
import { CaseNumbers } from '../../../examination/case-numbers.service';
import type { Actor } from '../../../lifecycle/people';
import { CountsService } from '../../../merging/counts.service';
import { By, Wearing } from '../../../platform/accounts/access';
import { listHref, Pager, Table } from '../../../platform/pages/table';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { OptionLists } from '../../deeds/option-lists';
import { FrameService } from '../../frame/frame.service';
import { idIn, pageIn } from '../asked';
import { SessionChoice } from '../session-choice';
import { BothCounts } from '../merging/basket';
import { DESK } from './queue-view';
import { Asked, type Exchange } from '../../frame/exchange';

const PATH = `${DESK}/numbers`;
const SIZE = 50;
const STANDINGS: Record<CaseNumberDto['standing'], string> = {
  ...{ active: '在办', withdrawn: '已撤案', merged: '已并案', gap: '缺号' },
};

/** The case numbers of a session, in order, and why one of them is no case any more. */
@ApiExcludeController()
@Wearing('committee', 'director', 'office', 'auditor')
@Controller('desk/examination/numbers')
export class NumbersPages {
  constructor(
    private readonly numbers: CaseNumbers,
    private readonly counts: CountsService,
    private readonly lists: OptionLists,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() query: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const sessions = await this.lists.sessions();
    const sessionId = idIn(query.sessionId) ?? Number(sessions[0]?.value ?? 0);
    const missing = query.missing === 'true';
    const crumbs = [{ href: DESK, label: '审查' }];
    if (sessionId === 0) return this.frame.page(exchange, { title: '案号', crumbs }, <NoSession />);
    const asked = { sessionId, missing, page: pageIn(query.page), size: SIZE };
    const list = await this.numbers.list(asked);
    const counts = await this.counts.of(actor, sessionId);
    const lead = (
      <>
        <BothCounts counts={counts} />
        <p>
          已编 {list.total} 个{missing ? '不在办的' : ''}案号；撤案 {list.withdrawn} 个，并案 {list.merged}{' '}
          个，缺号 {list.gaps} 个。
          <a href={listHref(PATH, { sessionId }, missing ? {} : { missing: true })}>
            {missing ? '看全部案号' : '只看撤案、并案和缺号'}
          </a>
        </p>
      </>
    );
    return this.frame.page(exchange, { title: '案号', crumbs, lead }, () => (
      <>
        <SessionChoice action={PATH} sessions={sessions} chosen={sessionId} />
        <Table
          caption="案号"
          columns={COLUMNS}
          rows={list.items}
          rowHeader="no"
          empty={<p class="empty-title">{missing ? '没有缺号' : '这次会议还没有立案的提案'}</p>}
        />
        {list.total > SIZE && (
          <Pager
            {...list}
            href={(page) => listHref(PATH, { sessionId, missing: missing || null }, { page })}
          />
        )}
      </>
    ));
  }
}

const COLUMNS = [
  { key: 'no', label: '案号', cell: ({ caseNo }: CaseNumberDto) => `第${caseNo}号` },
  {
    ...{ key: 'case', label: '案由' },
    cell: ({ proposalId, subject }: CaseNumberDto) =>
      proposalId !== null && <a href={`/proposals/${proposalId}`}>{subject}</a>,
  },
  { key: 'standing', label: '状态', cell: ({ standing }: CaseNumberDto) => STANDINGS[standing] },
  { key: 'reason', label: '说明', cell: ({ reason }: CaseNumberDto) => reason },
];

const NoSession = () => (
  <div class="empty">
    <p class="empty-title">还没有登记会议</p>
    <p>
      请先在<a href="/people">人员与机构</a>里登记届和会议。
    </p>
  </div>
);
