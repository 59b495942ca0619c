import type { ComponentChildren } from 'preact';
import { Moment } from '../../platform/pages/day-words';
import type { Operations } from './operations.service';

const PARTS: Record<string, string> = {
  database: '数据库',
  jobs: '后台工作',
  queue: '任务队列',
  calendar: '放假安排',
};
const STATES = { ok: '正常', degraded: '需要处理', down: '不可用' } as const;

/** Queue, outbox and calendar, and what is wrong with them in words. */
export function OperationsSection({ report, outbox, queue, calendar }: Operations) {
  return (
    <section class="card mb-3" aria-labelledby="operations">
      <div class="card-body">
        <h2 id="operations" class="card-title">
          系统运行
        </h2>
        <dl class="facts">
          {Object.entries(report.parts).map(([name, { status, message }]) => (
            <Fact term={PARTS[name] ?? name}>
              {STATES[status]}
              {message && `：${message}`}
            </Fact>
          ))}
          <Fact term="待发消息">
            {outbox.depth} 条
            {outbox.oldest && (
              <>
                ，最早的记于 <Moment at={outbox.oldest} />
              </>
            )}
          </Fact>
          <Fact term="队列中的任务">{queueWords(queue)}</Fact>
          <Fact term="已载入放假安排">{calendar.years.join('、') || '没有'}</Fact>
        </dl>
        {calendar.warning && (
          <div class="alert alert-warning" role="status">
            {calendar.warning} <a href="/desk/calendar">去载入</a>
          </div>
        )}
      </div>
    </section>
  );
}

const Fact = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

const queueWords = (queue: Operations['queue']): string =>
  queue === null
    ? '在本进程内办理，没有单独的队列'
    : Object.entries(queue)
        .map(([state, count]) => `${state} ${count}`)
        .join('，');
