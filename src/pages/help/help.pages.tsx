import { Controller, Get, Param } from '@nestjs/common';
import { HATS, type Hat, wears } from '../../lifecycle/people';
import { clockWords, hats as hatWords } from '../../lifecycle/words/terms';
import { lengthWords } from '../../lifecycle/words/durations';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { NotFound } from '../../platform/web/errors';
import { Rules } from '../../proposals/rules';
import { FrameService } from '../frame/frame.service';
import { HELP_TEXTS } from './help-texts';
import { owedBy } from './owed-clocks';
import { Asked, type Exchange } from '../frame/exchange';

/** 帮助: one page for each hat; what it owes by when comes from the tables and the settings. */
@ApiExcludeController()
@Controller('help')
export class HelpPages {
  constructor(
    private readonly rules: Rules,
    private readonly frame: FrameService,
  ) {}

  @Get()
  hub(@By() actor: Actor, @Asked() exchange: Exchange) {
    const own = HATS.filter((hat) => wears(actor, hat));
    const others = HATS.filter((hat) => !own.includes(hat));
    return this.frame.page(exchange, { title: '帮助' }, () => (
      <>
        <section class="mb-4">
          <h2>您的身份</h2>
          {own.length === 0 && <p>您还没有身份，请联系系统管理员。</p>}
          <HatList hats={own} />
        </section>
        <section class="mb-4">
          <h2>其他身份怎么办理</h2>
          <HatList hats={others} />
        </section>
        <section class="mb-4">
          <h2>一件提案的全程</h2>
          <p>
            <a href="/notices/how">提案怎样办理（图示）</a>
          </p>
        </section>
      </>
    ));
  }

  @Get(':hat')
  show(@Param('hat') name: string, @Asked() exchange: Exchange) {
    const hat = HATS.find((each) => each === name);
    if (!hat) throw new NotFound();
    const { about, steps } = HELP_TEXTS[hat];
    const crumbs = [{ href: '/help', label: '帮助' }];
    const { clocks } = this.rules.handling;
    return this.frame.page(exchange, { title: hatWords[hat], crumbs }, () => (
      <>
        <p>{about}</p>
        <h2>怎么办理</h2>
        <ol>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
        <h2>您可能有的待办和期限</h2>
        <Table
          caption="待办和期限"
          rowHeader="clock"
          rows={owedBy(hat)}
          columns={[
            { key: 'clock', label: '待办', cell: ({ clock }) => clockWords[clock] },
            { key: 'length', label: '期限', cell: ({ clock }) => lengthWords(clocks[clock].length) },
            { key: 'ends', label: '办理什么就了结', cell: ({ endedBy }) => endedBy.join('、') },
            { key: 'basis', label: '依据', cell: ({ clock }) => clocks[clock].basis },
          ]}
          empty={<p>这个身份没有按期限办理的事。</p>}
        />
      </>
    ));
  }
}

const HatList = ({ hats }: { hats: readonly Hat[] }) => (
  <ul>
    {hats.map((hat) => (
      <li>
        <a href={`/help/${hat}`}>{hatWords[hat]}</a>：{HELP_TEXTS[hat].about}
      </li>
    ))}
  </ul>
);
