import type { Explanations } from '../../deadlines/explanation.service';
import { ShortDay } from '../../platform/pages/day-words';
import { Table } from '../../platform/pages/table';
import { Due } from '../frame/due';
import { Fact } from './case-section';

export type Explanation = Awaited<ReturnType<Explanations['of']>>;
type Counted = Explanation['days'][number];

/** More days than this are folded away: the sentence above says the same. */
const FOLDED = 15;
const STATES: Record<Explanation['state'], string> = {
  running: '正在计算',
  paused: '中止计算',
  met: '已经办结',
  cancelled: '已不需要',
};

/** The rule, where it began, and each day on the way to the end. */
export const ExplainedDeadline = ({ explanation, today }: { explanation: Explanation; today: string }) => (
  <>
    <p class="lead">{explanation.text}</p>
    {explanation.provisional && (
      <div class="alert alert-warning">
        这一天在已载入的放假安排之后，是暂定的。次年放假安排公布并载入后自动重新计算，有变化会通知责任人。
      </div>
    )}
    <section class="card card-body" aria-labelledby="rule">
      <h2 class="card-title" id="rule">
        规则
      </h2>
      <Rule explanation={explanation} today={today} />
    </section>
    <section class="card card-body" aria-labelledby="events">
      <h2 class="card-title" id="events">
        经过
      </h2>
      <Events explanation={explanation} />
    </section>
    {explanation.days.length > 0 && <Days days={explanation.days} />}
  </>
);

function Rule({ explanation, today }: { explanation: Explanation; today: string }) {
  const { rule, ower, dueOn, provisional, state, stoppedOn } = explanation;
  const open = state === 'running' || state === 'paused';
  return (
    <dl class="facts">
      <Fact name="截止">{open ? <Due {...{ dueOn, today, provisional }} /> : <ShortDay day={dueOn} />}</Fact>
      <Fact name="责任人">{ower}</Fact>
      <Fact name="时长">{rule.length}</Fact>
      <Fact name="状态">
        {STATES[state]} {stoppedOn && <ShortDay day={stoppedOn} />}
      </Fact>
      <Fact name="依据" wide>
        {rule.basis}
      </Fact>
      <Fact name="怎样计算" wide>
        {rule.counting}
      </Fact>
    </dl>
  );
}

function Events({ explanation: { events, pauses, extensions } }: { explanation: Explanation }) {
  return (
    <>
      <ol class="timeline">
        {events.map(({ on, word, until }) => (
          <li>
            <ShortDay day={on} />
            {word}
            {until && `，至 ${until}`}
          </li>
        ))}
      </ol>
      {pauses.length > 0 && (
        <p>中止计算：{pauses.map(({ from, to }) => `${from} 至 ${to}`).join('；')}。这些天不计入。</p>
      )}
      {extensions.length > 0 && (
        <p>
          延期：
          {extensions
            .map(({ to, decides }) => `至 ${to}${decides ? '（以此为准）' : '（早于原期限，不影响）'}`)
            .join('；')}
        </p>
      )}
    </>
  );
}

function Days({ days }: { days: readonly Counted[] }) {
  const table = (
    <Table
      caption="逐日计算"
      columns={[
        { key: 'day', label: '日期', cell: ({ day }: Counted) => <ShortDay day={day} /> },
        { key: 'weekday', label: '星期', cell: ({ weekday }: Counted) => weekday },
        { key: 'number', label: '第几日', cell: ({ number }: Counted) => number, numeric: true },
        {
          ...{ key: 'why', label: '说明' },
          cell: ({ words, provisional }: Counted) => `${words}${provisional ? '（暂定）' : ''}`,
        },
      ]}
      rows={days}
      rowHeader="day"
      empty={null}
    />
  );
  return (
    <section aria-labelledby="days">
      <h2 id="days">逐日计算</h2>
      {days.length > FOLDED ? (
        <details>
          <summary>展开 {days.length} 天</summary>
          {table}
        </details>
      ) : (
        table
      )}
    </section>
  );
}
