import { Controller, Get } from '@nestjs/common';
import { Environment } from '../../../config/environment';
import { type Actor, wears } from '../../lifecycle/people';
import { clockWords } from '../../lifecycle/words/terms';
import { lengthWords } from '../../lifecycle/words/durations';
import type { ClockName } from '../../lifecycle/clocks';
import { By, Wearing } from '../../platform/accounts/access';
import { ADMINISTRATOR, AUDITOR } from '../../platform/accounts/hats';
import { HistoryVerification, type Verdict } from '../../platform/history/verification';
import { Table } from '../../platform/pages/table';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Rules } from '../../proposals/rules';
import { OperationsSection } from '../dashboard/operations-section';
import { OperationsService } from '../dashboard/operations.service';
import { FrameService } from '../frame/frame.service';
import { Asked, type Exchange } from '../frame/exchange';

const CRUMBS = [{ href: '/system', label: '系统' }];

/** 系统: how it runs, what it is set to, and whether its record is whole. */
@ApiExcludeController()
@Wearing(ADMINISTRATOR, AUDITOR)
@Controller('system')
export class SystemPages {
  constructor(
    private readonly environment: Environment,
    private readonly operations: OperationsService,
    private readonly verification: HistoryVerification,
    private readonly rules: Rules,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(@By() actor: Actor, @Asked() exchange: Exchange): Promise<string> {
    const operations = await this.operations.read();
    // Nobody else is let in, and without Redis there is nothing to look at.
    const showsQueues = wears(actor, ADMINISTRATOR) && this.environment.redisUrl !== '';
    return this.frame.page(exchange, { title: '系统' }, () => (
      <>
        <ul class="place-list">
          <li>
            <a href="/system/deliveries">发送管理</a>
            <p class="text-secondary">邮件和消息平台发了什么、没发成的重试或取消。</p>
          </li>
          <li>
            <a href="/system/history">核对办理记录</a>
            <p class="text-secondary">逐条核对办理记录是否完整、未被改动。</p>
          </li>
          <li>
            <a href="/system/rules">办理规则</a>
            <p class="text-secondary">各项期限、提醒和评议门槛的现行设置及依据。</p>
          </li>
          {showsQueues && (
            <li>
              <a href="/admin/queues">后台队列</a>
              <p class="text-secondary">Redis 里排着什么、做完了什么。</p>
            </li>
          )}
        </ul>
        <OperationsSection {...operations} />
      </>
    ));
  }

  @Get('history')
  async history(@Asked() exchange: Exchange): Promise<string> {
    const verdict = await this.verification.verify();
    return this.frame.page(exchange, { title: '核对办理记录', crumbs: CRUMBS }, () => (
      <>
        <p class={verdict.sound ? 'alert alert-success' : 'alert alert-danger'} role="status">
          {wordsOf(verdict)}
        </p>
        <p class="text-secondary">每条记录都带有前一条的指纹：改动、删去或调换任何一条都会在这里显示。</p>
      </>
    ));
  }

  @Get('rules')
  showRules(@Asked() exchange: Exchange): Promise<string> {
    const clocks = Object.entries(this.rules.handling.clocks);
    return this.frame.page(exchange, { title: '办理规则', crumbs: CRUMBS }, () => (
      <>
        <p class="text-secondary">
          规则写在设置文件 config/handling-rules.json，修改后重新启动生效；写错的设置会在启动时逐条指出。
        </p>
        <Table
          caption="各项期限"
          captionShown
          rowHeader="clock"
          rows={clocks}
          columns={[
            { key: 'clock', label: '事项', cell: ([name]) => clockWords[name as ClockName] },
            { key: 'length', label: '期限', cell: ([, { length }]) => lengthWords(length) },
            {
              key: 'session',
              label: '大会提案',
              cell: ([, { inSession }]) => (inSession ? lengthWords(inSession) : ''),
            },
            { key: 'basis', label: '依据', cell: ([, { basis }]) => basis },
          ]}
          empty={null}
        />
      </>
    ));
  }
}

const FAULTS = { altered: '内容被改动', missing: '记录缺失', reordered: '次序被改动' };

function wordsOf(verdict: Verdict): string {
  if (verdict.sound) return `共 ${verdict.rows} 条记录，完整无误。`;
  return `第 ${verdict.brokenId} 条记录有问题：${FAULTS[verdict.fault]}。此前 ${verdict.rows} 条完整无误。请立即保存备份并报告。`;
}
