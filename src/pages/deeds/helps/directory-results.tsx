import type { ImportReport } from '../../../people/import/import.dto';
import { Table } from '../../../platform/pages/table';
import type { Results, ShowResult } from '../deed-help';

/** Shown this once: whoever closes the page has to have it reset. */
const Secret = ({ label, secret }: { label: string; secret: string }) => (
  <div class="alert alert-success" role="status">
    <p>{label}（只显示这一次，离开本页后无法再看）：</p>
    <p>
      <output class="secret">{secret}</output>
    </p>
  </div>
);

const imported: ShowResult = (result, { found, back }) => {
  const report = result as unknown as ImportReport;
  const again = `/do/${found.deed.pattern}?back=${encodeURIComponent(back)}`;
  return (
    <>
      <p role="status">
        {report.faults.length > 0
          ? `共 ${report.total} 行，有 ${report.faults.length} 处问题，没有写入。请在 Excel 中改正后重新上传。`
          : report.written > 0
            ? `已导入 ${report.written} 行。`
            : `共 ${report.total} 行，没有发现问题，尚未写入。`}
      </p>
      {report.ignoredColumns.length > 0 && <p>没有用到的列：{report.ignoredColumns.join('、')}。</p>}
      {report.ignoredSheets.length > 0 && <p>没有用到的工作表：{report.ignoredSheets.join('、')}。</p>}
      {report.faults.length > 0 && (
        <Table
          caption="问题"
          rows={report.faults}
          columns={[
            { key: 'row', label: '行', cell: ({ row }) => row },
            { key: 'column', label: '列', cell: ({ column }) => column },
            { key: 'value', label: '内容', cell: ({ value }) => value },
            { key: 'message', label: '问题与改法', cell: ({ message }) => message },
          ]}
          empty={null}
        />
      )}
      <div class="btn-list">
        {report.written === 0 && report.faults.length === 0 && (
          <a class="btn btn-primary" href={`${again}&preview=false`}>
            没有问题，正式导入
          </a>
        )}
        {report.written === 0 && (
          <a class="btn" href={again}>
            重新上传
          </a>
        )}
        <a class="btn" href={back}>
          返回名录
        </a>
      </div>
    </>
  );
};

export const directoryResults: Results = {
  'POST accounts': ({ id, username, password }) => (
    <>
      <Secret label={`账号 ${String(username)} 的初始密码`} secret={String(password)} />
      <a class="btn btn-primary" href={`/accounts/${String(id)}`}>
        去授予身份
      </a>
    </>
  ),
  'POST accounts/:id/reset-password': ({ password }, { found, back }) => (
    <>
      <Secret label="新密码" secret={String(password)} />
      <a class="btn" href={back === '/' ? `/accounts/${found.params.id}` : back}>
        返回账号
      </a>
    </>
  ),
  'POST me/tokens': ({ token }) => (
    <>
      <Secret label="接口令牌" secret={String(token)} />
      <a class="btn" href="/settings">
        返回设置
      </a>
    </>
  ),
  'POST me/calendar-feed': ({ path }) => (
    <>
      <Secret
        label="日历订阅地址（加在本站网址之后；知道它的人就能看到您的期限，请勿转发）"
        secret={String(path)}
      />
      <a class="btn" href="/settings">
        返回设置
      </a>
    </>
  ),
  'POST members/import': imported,
  'POST units/import': imported,
};
