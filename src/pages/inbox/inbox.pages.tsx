import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { InboxService } from '../../notifications/inbox.service';
import { By } from '../../platform/accounts/access';
import { listHref, Pager } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { CSRF_FIELD } from '../../platform/web/form-token';
import { PageQuery } from '../../platform/web/page.dto';
import { FrameService } from '../frame/frame.service';
import { Message } from './message';
import { Asked, type Exchange } from '../frame/exchange';

const SIZE = 30;
const INBOX = '/inbox';

/** What somebody was told, the newest first. */
@ApiExcludeController()
@Controller('inbox')
export class InboxPages {
  constructor(
    private readonly inbox: InboxService,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @Query() query: PageQuery, @Asked() exchange: Exchange): Promise<string> {
    const list = await this.inbox.list(actor, { ...query, size: query.size ?? SIZE });
    const here = listHref(INBOX, { ...query }, { page: list.page > 1 ? list.page : null });
    return this.frame.page(exchange, { title: '消息' }, ({ csrf }) => (
      <>
        <p>
          共 {list.total} 条，{list.unread > 0 ? `${list.unread} 条未读。` : '都已读过。'}
        </p>
        {list.unread > 0 && <ReadAll csrf={csrf} />}
        {list.items.length === 0 ? (
          <Nothing />
        ) : (
          <ol class="todo">
            {list.items.map((message) => (
              <Message message={message} csrf={csrf} here={here} />
            ))}
          </ol>
        )}
        {list.total > list.size && (
          <Pager {...list} href={(page) => listHref(INBOX, { ...query }, { page })} />
        )}
      </>
    ));
  }
}

const ReadAll = ({ csrf }: { csrf: string }) => (
  <form method="post" action="/do/inbox/read" class="mb-3">
    <input type="hidden" name={CSRF_FIELD} value={csrf} />
    <input type="hidden" name="_back" value={INBOX} />
    <button class="btn" type="submit">
      全部标为已读
    </button>
  </form>
);

const Nothing = () => (
  <div class="empty">
    <p class="empty-title">还没有消息</p>
    <p>
      您的提案或承办任务有进展、快到期限时，会在这里告诉您。通知方式在<a href="/settings">设置</a>中选择。
    </p>
  </div>
);
