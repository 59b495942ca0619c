import { Controller, Get, Query } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HATS, type Hat } from '../../lifecycle/people';
import { hats as hatWords } from '../../lifecycle/words/terms';
import { HAT_TABLES } from '../../people/hat-tables';
import { Wearing } from '../../platform/accounts/access';
import { AccountList } from '../../platform/accounts/account-list';
import { type AccountDto, AccountsQuery } from '../../platform/accounts/accounts.dto';
import { ADMINISTRATOR, AUDITOR } from '../../platform/accounts/hats';
import { dayTimeWords } from '../../platform/pages/day-words';
import { Facts } from '../../platform/pages/facts';
import { listHref, Pager, Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { IdParam } from '../../platform/web/id.pipe';
import { FrameService } from '../frame/frame.service';
import { ScopeNames } from './scope-names';
import { Asked, type Exchange } from '../frame/exchange';

const HERE = '/accounts';

/** 账号: who may come in, and in which hats. */
@ApiExcludeController()
@Wearing(ADMINISTRATOR, AUDITOR)
@Controller('accounts')
export class AccountPages {
  constructor(
    private readonly accounts: AccountList,
    private readonly scopes: ScopeNames,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async list(@Query() query: AccountsQuery, @Asked() exchange: Exchange): Promise<string> {
    const list = await this.accounts.page({ ...query, size: query.size ?? 50 });
    const nameOf = await this.scopes.of(list.items.flatMap(({ hats }) => hats));
    const actions = mayKeep(exchange.request) && (
      <a class="btn btn-primary" href="/do/accounts?back=/accounts">
        新建账号
      </a>
    );
    return this.frame.page(exchange, { title: '账号', actions }, () => (
      <>
        <form class="filters" method="get" action={HERE} role="search">
          <label class="form-label" for="find">
            用户名或姓名
          </label>
          <input class="form-control" id="find" type="search" name="q" value={query.q ?? ''} maxLength={50} />
          <button class="btn" type="submit">
            查找
          </button>
        </form>
        <Table
          caption="账号"
          rowHeader="name"
          rows={list.items}
          columns={[
            { key: 'name', label: '用户名', cell: (row) => <a href={`${HERE}/${row.id}`}>{row.username}</a> },
            { key: 'display', label: '姓名', cell: (row) => row.displayName },
            {
              key: 'hats',
              label: '身份',
              cell: (row) => row.hats.map((hat) => hatName(hat, nameOf)).join('；'),
            },
            { key: 'state', label: '状态', cell: stateOf },
            {
              key: 'seen',
              label: '上次登录',
              cell: (row) => (row.lastSignInAt ? dayTimeWords(row.lastSignInAt) : '从未'),
            },
          ]}
          empty={<p>没有这样的账号。可以换个词再找，或者新建。</p>}
        />
        <Pager {...list} href={(page) => listHref(HERE, { ...query }, { page })} />
      </>
    ));
  }

  @Get(':id')
  async show(@IdParam() id: number, @Asked() exchange: Exchange): Promise<string> {
    const account = await this.accounts.find(id);
    if (!account) throw new NotFound();
    const nameOf = await this.scopes.of(account.hats);
    const crumbs = [{ href: HERE, label: '账号' }];
    return this.frame.page(exchange, { title: account.displayName, crumbs }, () => (
      <>
        <Facts
          of={[
            ['用户名', account.username],
            ['状态', stateOf(account)],
            ['建立', dayTimeWords(account.createdAt)],
            ['上次登录', account.lastSignInAt ? dayTimeWords(account.lastSignInAt) : '从未'],
          ]}
        />
        {mayKeep(exchange.request) && <AccountDeeds account={account} />}
        <h2>身份</h2>
        <Table
          caption="身份"
          rowHeader="hat"
          rows={account.hats}
          columns={[
            { key: 'hat', label: '身份', cell: (hat) => hatName(hat, nameOf) },
            { key: 'since', label: '起', cell: (hat) => hat.since },
            { key: 'until', label: '止', cell: (hat) => hat.until ?? '长期' },
            {
              ...{ key: 'take', label: '办理' },
              cell: (hat) =>
                mayKeep(exchange.request) && (
                  <a href={`/undo/accounts/${id}/hats/${hat.id}?back=/accounts/${id}`}>
                    收回{hatName(hat, nameOf)}
                  </a>
                ),
            },
          ]}
          empty={<p>还没有身份：没有身份的人登录后什么也看不到。</p>}
        />
        {mayKeep(exchange.request) && <GiveHat id={id} />}
      </>
    ));
  }
}

const mayKeep = ({ signedIn }: FastifyRequest): boolean =>
  signedIn?.hats.some(({ hat }) => hat === ADMINISTRATOR) === true;

const hatName = (
  { hat, scopeId }: { hat: string; scopeId: number | null },
  nameOf: (hat: string, id: number) => string,
) => `${hatWords[hat as Hat] ?? hat}${scopeId === null ? '' : `（${nameOf(hat, scopeId)}）`}`;

const stateOf = ({ active, mustChangePassword, lockedUntil }: AccountDto): string =>
  [
    active ? '启用' : '已停用',
    mustChangePassword && '待改初始密码',
    lockedUntil && `登录受限至 ${dayTimeWords(lockedUntil)}`,
  ]
    .filter(Boolean)
    .join('，');

function AccountDeeds({ account: { id, active, lockedUntil } }: { account: AccountDto }) {
  const to = (verb: string) => `/do/accounts/${id}/${verb}?back=/accounts/${id}`;
  return (
    <div class="btn-list mb-3">
      <a class="btn" href={to('reset-password')}>
        重置密码
      </a>
      {lockedUntil && (
        <a class="btn" href={to('unlock')}>
          解除登录等待
        </a>
      )}
      <a class="btn" href={to(active ? 'deactivate' : 'activate')}>
        {active ? '停用账号' : '恢复账号'}
      </a>
    </div>
  );
}

const GiveHat = ({ id }: { id: number }) => (
  <>
    <h2>授予身份</h2>
    <ul class="place-list">
      {HATS.map((hat) => (
        <li>
          <a href={`/do/accounts/${id}/hats?hat=${hat}&back=/accounts/${id}`}>{hatWords[hat]}</a>
          {HAT_TABLES[hat] && <span class="text-secondary">（要选择所代表的单位或人）</span>}
        </li>
      ))}
    </ul>
  </>
);
