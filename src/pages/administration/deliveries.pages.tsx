import { Controller, Get, Query } from '@nestjs/common';
import { channelWords, deliveryKinds, deliveryStates } from '../../lifecycle/words/deliveries';
import { type DeliveryDto, DeliveriesQuery } from '../../notifications/deliveries.dto';
import { DeliveryDesk } from '../../notifications/delivery-desk.service';
import { Wearing } from '../../platform/accounts/access';
import { ADMINISTRATOR, AUDITOR } from '../../platform/accounts/hats';
import { dayTimeWords } from '../../platform/pages/day-words';
import { listHref, Pager, Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { FrameService } from '../frame/frame.service';
import { Asked, type Exchange } from '../frame/exchange';

const HERE = '/system/deliveries';

/** 发送管理: what goes out by mail and to the messaging platform; nothing of what it says. */
@ApiExcludeController()
@Wearing(ADMINISTRATOR, AUDITOR)
@Controller('system/deliveries')
export class DeliveryPages {
  constructor(
    private readonly desk: DeliveryDesk,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(@Query() query: DeliveriesQuery, @Asked() exchange: Exchange): Promise<string> {
    const list = await this.desk.page({ ...query, size: query.size ?? 50 });
    const crumbs = [{ href: '/system', label: '系统' }];
    const keeps = exchange.request.signedIn?.hats.some(({ hat }) => hat === ADMINISTRATOR) === true;
    return this.frame.page(exchange, { title: '发送管理', crumbs }, () => (
      <>
        <nav aria-label="按状态" class="btn-list mb-3">
          <a class="btn btn-sm" href={HERE} aria-current={query.state ? undefined : 'true'}>
            全部
          </a>
          {Object.entries(deliveryStates).map(([state, word]) => (
            <a
              class="btn btn-sm"
              href={listHref(HERE, {}, { state })}
              aria-current={query.state === state ? 'true' : undefined}
            >
              {word}
            </a>
          ))}
        </nav>
        <Table
          caption="发送记录"
          rows={list.items}
          columns={[
            { key: 'at', label: '时间', cell: ({ createdAt }) => dayTimeWords(createdAt) },
            { key: 'to', label: '收件人', cell: ({ account }) => account },
            {
              key: 'channel',
              label: '渠道',
              cell: ({ channel, kind }) =>
                `${channelWords[channel] ?? channel} ${deliveryKinds[kind] ?? kind}`,
            },
            { key: 'state', label: '状态', cell: stateOf },
            { key: 'do', label: '办理', cell: (row) => keeps && <Deeds row={row} /> },
          ]}
          empty={<p>没有这样的发送记录。</p>}
        />
        <Pager {...list} href={(page) => listHref(HERE, { ...query }, { page })} />
      </>
    ));
  }
}

function stateOf({ state, attempts, lastError, nextAt, sentAt }: DeliveryDto) {
  const when = sentAt ? dayTimeWords(sentAt) : state === 'waiting' ? `下次 ${dayTimeWords(nextAt)}` : '';
  return [deliveryStates[state] ?? state, when, attempts > 1 && `已试 ${attempts} 次`, lastError]
    .filter(Boolean)
    .join('，');
}

function Deeds({ row: { id, state, account } }: { row: DeliveryDto }) {
  const to = (verb: string) => `/do/deliveries/${id}/${verb}?back=${HERE}`;
  const about = <span class="visually-hidden">（{account}）</span>;
  if (state === 'failed' || state === 'cancelled') return <a href={to('retry')}>重新发送{about}</a>;
  return state === 'waiting' ? <a href={to('cancel')}>取消发送{about}</a> : null;
}
