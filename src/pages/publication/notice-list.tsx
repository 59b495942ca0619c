import type { PublicationStage } from '../../lifecycle/facts';
import { Day } from '../../platform/pages/day-words';
import { listHref, Pager, Table } from '../../platform/pages/table';
import type { Page } from '../../platform/web/page.dto';
import type { NoticeLine } from '../../publication/reading.service';

const TONES: Partial<Record<PublicationStage, string>> = {
  composing: 'bg-blue-lt',
  prepared: 'bg-yellow-lt',
  approved: 'bg-yellow-lt',
  issued: 'bg-green-lt',
  takenDown: 'bg-red-lt',
};

export const NoticeBadge = ({ stage, stageWord }: Pick<NoticeLine, 'stage' | 'stageWord'>) => (
  <span class={`badge ${TONES[stage] ?? ''}`}>{stageWord}</span>
);

const COLUMNS = [
  {
    key: 'title',
    label: '公示',
    cell: ({ id, title }: NoticeLine) => <a href={`/desk/notices/${id}`}>{title}</a>,
  },
  { key: 'stage', label: '环节', cell: (line: NoticeLine) => <NoticeBadge {...line} /> },
  { key: 'items', label: '条目', numeric: true, cell: ({ items }: NoticeLine) => items },
  { key: 'day', label: '落款日期', cell: ({ datedOn }: NoticeLine) => <Day day={datedOn} /> },
  {
    key: 'public',
    label: '公众看到的',
    cell: ({ id, title, stage }: NoticeLine) =>
      (stage === 'issued' || stage === 'takenDown') && (
        <a href={`/notices/${id}`}>
          公开页面<span class="visually-hidden">：{title}</span>
        </a>
      ),
  },
];

/** All notices, those in the making first: they are the newest. */
export const NoticeList = ({ page }: { page: Page<NoticeLine> }) => (
  <>
    <Table
      caption="公示，最近的在前"
      columns={COLUMNS}
      rows={page.items}
      rowHeader="title"
      empty={<Nothing />}
    />
    {page.total > page.size && <Pager {...page} href={(to) => listHref('/desk/notices', {}, { page: to })} />}
  </>
);

const Nothing = () => (
  <>
    <p class="empty-title">还没有公示</p>
    <p>
      先在<a href="/desk/notices/candidates">可公示的提案</a>中把各件的公开事项办齐，再编制公示。
    </p>
  </>
);
