import { Day, Moment } from '../../platform/pages/day-words';
import { listHref, Pager, Table } from '../../platform/pages/table';
import type { Page } from '../../platform/web/page.dto';
import type { OldNoticeLine, OldNoticeList } from '../../publication/old-notices/old-notice-list.service';
import { DeedButton } from '../desks/deed-button';
import { Text } from './summary-section';
import { UnderstoodItems } from './understood-items';

type OldNoticeSheet = Awaited<ReturnType<OldNoticeList['read']>>;

const COLUMNS = [
  {
    key: 'title',
    label: '公示',
    cell: ({ id, title }: OldNoticeLine) => <a href={`/desk/old-notices/${id}`}>{title}</a>,
  },
  { key: 'day', label: '落款日期', cell: ({ datedOn }: OldNoticeLine) => <Day day={datedOn} /> },
  {
    key: 'stage',
    label: '环节',
    cell: ({ stageWord }: OldNoticeLine) => <span class="badge">{stageWord}</span>,
  },
  {
    key: 'public',
    label: '公众看到的',
    cell: ({ noticeId, title }: OldNoticeLine) =>
      noticeId !== null && (
        <a href={`/notices/${noticeId}`}>
          公开页面<span class="visually-hidden">：{title}</span>
        </a>
      ),
  },
];

export const OldNoticeTable = ({ page }: { page: Page<OldNoticeLine> }) => (
  <>
    <Table
      caption="导入的往年公示"
      columns={COLUMNS}
      rows={page.items}
      rowHeader="title"
      empty={<p>还没有导入过往年公示。提案委粘贴文字读入，政协办公室核对确认后公开。</p>}
    />
    {page.total > page.size && (
      <Pager {...page} href={(to) => listHref('/desk/old-notices', {}, { page: to })} />
    )}
  </>
);

interface Props {
  readonly notice: OldNoticeSheet;
  readonly may: { readonly confirm: boolean; readonly reject: boolean };
  readonly csrf: string;
}

/** The text as it came beside what was read from it: whoever confirms compares the two. */
export const OldNoticePage = ({ notice, may, csrf }: Props) => (
  <>
    <section class="case-head" aria-label="当前情况">
      <p>
        <span class="badge">{notice.stageWord}</span> 落款 <Day day={notice.datedOn} />
      </p>
      {notice.reason && <p>退回的理由：{notice.reason}</p>}
      {notice.stage === 'waiting' && (
        <>
          <p>
            <strong>下一步：政协办公室核对、确认</strong>
            <br />
            导入人以外的人确认，确认后即公开。
          </p>
          <Buttons {...{ notice, may, csrf }} />
        </>
      )}
      {notice.noticeId !== null && (
        <p>
          <a href={`/notices/${notice.noticeId}`}>公众看到的页面</a>
        </p>
      )}
    </section>
    <div class="side-by-side">
      <section class="card" aria-labelledby="original">
        <div class="card-body">
          <h2 id="original">原文</h2>
          <Text text={notice.text} />
        </div>
      </section>
      <div>
        <p>
          {notice.reading.issuer}，来信地址：{notice.reading.contactAddress || '无'}，联系电话：
          {notice.reading.contactPhone || '无'}
        </p>
        {notice.reading.leftOut.length > 0 && (
          <p class="alert alert-warning">
            略去了 {notice.reading.leftOut.length} 行：
            {notice.reading.leftOut.map(({ line, text }) => `第 ${line} 行“${text}”`).join('；')}
          </p>
        )}
        <UnderstoodItems items={notice.reading.items} preface={notice.reading.preface} />
      </div>
    </div>
    <section aria-labelledby="people">
      <h2 id="people">谁办了什么</h2>
      <ol class="timeline">
        {notice.history.map(({ at, actor, actionWord }) => (
          <li>
            <Moment at={at} /> {actor}：{actionWord}
          </li>
        ))}
      </ol>
    </section>
  </>
);

const Buttons = ({ notice, may, csrf }: Props) => (
  <div class="btn-list">
    {may.confirm && (
      <DeedButton
        action={`/do/old-notices/${notice.id}/confirm`}
        label="与原件一致，确认公开"
        about={notice.title}
        size="normal"
        primary
        back={`/desk/old-notices/${notice.id}`}
        version={notice.version}
        csrf={csrf}
      />
    )}
    {may.reject && (
      <a class="btn" href={`/do/old-notices/${notice.id}/reject?back=/desk/old-notices/${notice.id}`}>
        退回
      </a>
    )}
  </div>
);
