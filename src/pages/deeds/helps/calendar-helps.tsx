import type { CalendarPreview } from '../../../calendar/calendar.dto';
import { Table } from '../../../platform/pages/table';
import { CSRF_FIELD } from '../../../platform/web/form-token';
import type { Helps, ResultContext, Results } from '../deed-help';

const PREVIEW_FIRST = <p>先预览：列出会变动的期限，什么也不改。看过之后再确认。</p>;

/** A change is previewed first, and done from the preview. */
export const calendarHelps: Helps = {
  'POST calendar/years/preview': ({ query }) => ({
    intro: (
      <>
        {PREVIEW_FIRST}
        <p>把国务院办公厅的放假通知全文粘贴进来即可；也可以用表格（日期,类型,名称）或日历文件的内容。</p>
      </>
    ),
    values: { format: 'text', year: query.year },
    aids: { content: { rows: 14 }, source: { hint: '如“国办发明电〔2026〕×号”。' } },
    button: '预览',
  }),
  'POST calendar/days/preview': () => ({ intro: PREVIEW_FIRST, button: '预览' }),
};

/** The preview, and a form that does exactly what was previewed. */
const previewed = (target: string) => (result: Record<string, unknown>, context: ResultContext) => {
  const preview = result as unknown as CalendarPreview;
  return (
    <>
      <Faults preview={preview} />
      <p role="status">{effectOf(preview)}</p>
      {preview.deadlines.length > 0 && <Moved preview={preview} />}
      {preview.faults.length === 0 && <Apply target={target} preview={preview} context={context} />}
      <p>
        <a class="btn" href={context.back}>
          返回放假安排
        </a>
      </p>
    </>
  );
};

const Faults = ({ preview: { faults, unread } }: { preview: CalendarPreview }) => (
  <>
    {faults.length > 0 && (
      <div class="error-summary alert alert-danger" role="alert">
        <h2 class="alert-title">有 {faults.length} 处读不懂，不能载入</h2>
        <ul>
          {faults.map(({ line, message }) => (
            <li>
              第 {line} 行：{message}
            </li>
          ))}
        </ul>
      </div>
    )}
    {unread.length > 0 && <p>与放假无关而跳过的行：{unread.join('、')}。</p>}
  </>
);

function effectOf({ days, moved, definite, closed, replacedDays }: CalendarPreview): string {
  const parts = [
    `有 ${days.length} 天改变上班或放假`,
    `${moved} 个进行中的期限改到别的日子`,
    definite > 0 && `${definite} 个暂定期限日子不变、转为确定`,
    closed > 0 && `${closed} 个已了结的期限保持原样`,
    replacedDays.length > 0 && `此前单独调整的 ${replacedDays.join('、')} 将被取代`,
  ];
  return `${parts.filter(Boolean).join('；')}。`;
}

const Moved = ({ preview: { deadlines } }: { preview: CalendarPreview }) => (
  <Table
    caption="会变动的期限"
    captionShown
    rows={deadlines}
    columns={[
      { key: 'what', label: '事项', cell: ({ clockWord }) => clockWord },
      {
        key: 'subject',
        label: '所属',
        cell: ({ subject, proposalId }) =>
          proposalId ? <a href={`/proposals/${proposalId}`}>{subject}</a> : subject,
      },
      {
        key: 'from',
        label: '原到期日',
        cell: ({ from, wasProvisional }) => from + (wasProvisional ? '（暂定）' : ''),
      },
      { key: 'to', label: '新到期日', cell: ({ to, provisional }) => to + (provisional ? '（暂定）' : '') },
    ]}
    empty={null}
  />
);

function Apply({
  target,
  preview,
  context,
}: {
  target: string;
  preview: CalendarPreview;
  context: ResultContext;
}) {
  const { typed, csrf, back } = context;
  const past = preview.pastDays.length > 0;
  const sent = Object.entries(typed).filter(([name]) => !(past && name === 'reason'));
  return (
    <form method="post" action={target}>
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_back" value={back} />
      <input type="hidden" name="revision" value={preview.revision} />
      {sent.map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {past && (
        <fieldset class="mb-3">
          <legend>其中 {preview.pastDays.join('、')} 是今天或已经过去</legend>
          <label class="form-label" for="f-reason">
            修改已过去日期的理由
          </label>
          <textarea class="form-control" id="f-reason" name="reason" rows={2} maxLength={500}>
            {String(typed.reason ?? '')}
          </textarea>
          <label class="form-check">
            <input class="form-check-input" type="checkbox" name="confirmPast" value="true" />
            <span class="form-check-label">确认修改今天或已过去的日期</span>
          </label>
        </fieldset>
      )}
      <button class="btn btn-primary" type="submit">
        确认载入，并调整以上期限
      </button>
    </form>
  );
}

export const calendarResults: Results = {
  'POST calendar/years/preview': previewed('/do/calendar/years'),
  'POST calendar/days/preview': previewed('/do/calendar/days'),
};
