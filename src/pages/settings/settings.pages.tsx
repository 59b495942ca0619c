import { Controller, Get } from '@nestjs/common';
import { Feeds } from '../../deadlines/feeds.service';
import { mailWishes } from '../../lifecycle/words/settings';
import { Preferences } from '../../notifications/preferences.service';
import { Me } from '../../platform/accounts/access';
import { ApiTokens } from '../../platform/accounts/api-tokens.service';
import type { SignedIn } from '../../platform/accounts/signed-in';
import { dayTimeWords } from '../../platform/pages/day-words';
import { Facts } from '../../platform/pages/facts';
import { Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { FrameService } from '../frame/frame.service';
import { Asked, type Exchange } from '../frame/exchange';

const to = (path: string) => `/do/${path}?back=/settings`;

/** What everybody sets for oneself. */
@ApiExcludeController()
@Controller('settings')
export class SettingsPages {
  constructor(
    private readonly preferences: Preferences,
    private readonly feeds: Feeds,
    private readonly tokens: ApiTokens,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@Me() me: SignedIn, @Asked() exchange: Exchange): Promise<string> {
    const { accountId } = me.actor;
    const preferences = await this.preferences.of(accountId);
    const feed = await this.feeds.of(me.actor);
    const tokens = await this.tokens.list(accountId);
    return this.frame.page(exchange, { title: '设置' }, () => (
      <>
        <section class="mb-4">
          <h2>账号</h2>
          <p>
            用户名 {me.username}。<a href={to('me/password')}>修改密码</a>
          </p>
        </section>
        <Notices preferences={preferences} />
        <Calendar feed={feed} />
        <section class="mb-4">
          <h2>接口令牌</h2>
          <p>给程序使用，可以限定身份和截止日期。</p>
          <Table
            caption="接口令牌"
            rows={tokens}
            rowHeader="name"
            columns={[
              { key: 'name', label: '名称', cell: ({ name }) => name },
              { key: 'made', label: '建立', cell: ({ createdAt }) => dayTimeWords(createdAt) },
              { key: 'used', label: '最近使用', cell: ({ lastUsedOn }) => lastUsedOn ?? '未用过' },
              { key: 'until', label: '截止', cell: ({ expiresOn }) => expiresOn ?? '长期' },
              {
                key: 'do',
                label: '办理',
                cell: ({ id, name }) => <a href={`/undo/me/tokens/${id}?back=/settings`}>吊销“{name}”</a>,
              },
            ]}
            empty={<p>没有令牌。不写程序的人用不到。</p>}
          />
          <p>
            <a class="btn" href={to('me/tokens')}>
              新建令牌
            </a>
          </p>
        </section>
      </>
    ));
  }
}

type Wishes = Awaited<ReturnType<Preferences['of']>>;

function Notices({ preferences: { mail, email, verified, platform, channels } }: { preferences: Wishes }) {
  return (
    <section class="mb-4">
      <h2>通知方式</h2>
      <p>消息总会进入站内的消息箱；此外：</p>
      <Facts
        of={[
          ['邮件', mailWishes[mail as keyof typeof mailWishes]],
          ['邮箱', email ? email + (verified ? '（已确认）' : '（等待确认）') : '未填写'],
          ['消息平台', channels.includes('webhook') ? (platform ? '通知' : '不通知') : '没有对接'],
        ]}
      />
      <div class="btn-list">
        <a class="btn" href={to('me/notifications')}>
          更改
        </a>
        {email && !verified && (
          <>
            <a class="btn btn-primary" href={to('me/notifications/verify')}>
              输入验证码
            </a>
            <a class="btn" href={to('me/notifications/code')}>
              再发一次验证码
            </a>
          </>
        )}
      </div>
    </section>
  );
}

const Calendar = ({ feed }: { feed: { createdAt: string; readOn: string | null } | null }) => (
  <section class="mb-4">
    <h2>日历订阅</h2>
    <p>在手机或电脑的日历里看到自己的办理期限。地址是保密的，知道它的人都能看到，可以随时停用。</p>
    {feed && (
      <p>
        {dayTimeWords(feed.createdAt)} 生成，{feed.readOn ? `最近读取 ${feed.readOn}` : '还没有读取过'}。
      </p>
    )}
    <div class="btn-list">
      <a class="btn" href={to('me/calendar-feed')}>
        {feed ? '重新生成地址（旧地址失效）' : '生成地址'}
      </a>
      {feed && (
        <a class="btn" href="/undo/me/calendar-feed?back=/settings">
          停用
        </a>
      )}
    </div>
  </section>
);
