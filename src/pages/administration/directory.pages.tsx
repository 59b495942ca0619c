import { Controller, Get, Param, Query } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { KEEPERS } from '../../people/access';
import { By, Wearing } from '../../platform/accounts/access';
import { listHref, Pager, Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { FrameService } from '../frame/frame.service';
import { type DirectoryRow, DirectoryRows, isRegister, type RegisterName, REGISTERS } from './directory-rows';
import { DirectoryNames } from './directory-names';
import { type NameOf, REGISTER_VIEWS } from './registers';
import { RowDeeds } from './row-deeds';
import { Asked, type Exchange } from '../frame/exchange';

/** 人员与机构: who proposes, who handles, who assigns, and when. */
@ApiExcludeController()
@Wearing(...KEEPERS)
@Controller('people')
export class DirectoryPages {
  constructor(
    private readonly rows: DirectoryRows,
    private readonly names: DirectoryNames,
    private readonly frame: FrameService,
  ) {}

  @Get()
  hub(@Asked() exchange: Exchange): Promise<string> {
    return this.frame.page(exchange, { title: '人员与机构' }, () => (
      <ul class="place-list">
        {REGISTERS.map((name) => (
          <li>
            <a href={`/people/${name}`}>{REGISTER_VIEWS[name].title}</a>
            <p class="text-secondary">{REGISTER_VIEWS[name].about}</p>
          </li>
        ))}
      </ul>
    ));
  }

  @Get(':register')
  async list(
    @By() actor: Actor,
    @Param('register') register: string,
    @Query() query: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    if (!isRegister(register)) throw new NotFound();
    const view = REGISTER_VIEWS[register];
    const wanted = { q: wordsIn(query.q), page: pageIn(query.page) };
    const list = await this.rows.list(actor, register, wanted);
    const nameOf = await this.names.load();
    const here = `/people/${register}`;
    const crumbs = [{ href: '/people', label: '人员与机构' }];
    const actions = (
      <>
        <a class="btn btn-primary" href={`/do/${register}?back=${here}`}>
          新增
        </a>
        {view.imports && (
          <a class="btn" href={`/do/${register}/import?back=${here}`}>
            从 Excel 导入
          </a>
        )}
      </>
    );
    return this.frame.page(exchange, { title: view.title, crumbs, actions }, () => (
      <>
        <p class="text-secondary">{view.about}</p>
        {view.searchable && <Finder here={here} q={wanted.q} />}
        <Table
          caption={view.title}
          columns={columnsOf(register, nameOf, here)}
          rows={list.items}
          rowHeader={view.columns[0].key}
          empty={<p>没有找到。可以换个词再找，或者新增。</p>}
        />
        <Pager {...list} href={(page) => listHref(here, { q: wanted.q }, { page })} />
      </>
    ));
  }
}

const wordsIn = (q: unknown): string | undefined =>
  typeof q === 'string' && q.trim() !== '' ? q.trim().slice(0, 100) : undefined;
const pageIn = (page: unknown): number => (/^[1-9]\d{0,4}$/.test(String(page)) ? Number(page) : 1);

const Finder = ({ here, q }: { here: string; q?: string }) => (
  <form class="filters" method="get" action={here} role="search">
    <label class="form-label" for="find">
      名称
    </label>
    <input class="form-control" id="find" type="search" name="q" value={q ?? ''} maxLength={100} />
    <button class="btn" type="submit">
      查找
    </button>
  </form>
);

function columnsOf(register: RegisterName, nameOf: NameOf, here: string) {
  const shown = REGISTER_VIEWS[register].columns.map(({ key, label, words }) => ({
    ...{ key, label },
    cell: (row: DirectoryRow) => (words ? words(row, nameOf) : String(row[key] ?? '')),
  }));
  const deeds = {
    ...{ key: 'deeds', label: '办理' },
    cell: (row: DirectoryRow) => <RowDeeds register={register} row={row} here={here} />,
  };
  return [...shown, deeds];
}
