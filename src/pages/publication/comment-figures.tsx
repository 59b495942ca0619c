import { commentStages } from '../../lifecycle/words/stages';
import { Table } from '../../platform/pages/table';
import type { CommentsDesk } from '../../publication/comments/comments-desk.service';

type Figures = Awaited<ReturnType<CommentsDesk['statistics']>>;
type Line = Figures['notices'][number];

const COUNTS = [
  ['received', '收到'],
  ['held', commentStages.held],
  ['released', commentStages.released],
  ['refused', commentStages.refused],
  ['answered', '已回复'],
] as const;

/** How many came and what became of them, notice by notice. */
export const CommentFigures = ({ figures }: { figures: Figures }) =>
  figures.notices.length === 0 ? null : (
    <details>
      <summary>
        留言统计：共收到 {figures.received} 条，{commentStages.held} {figures.held} 条
      </summary>
      <Table
        caption="各份公示的留言"
        columns={[
          {
            key: 'notice',
            label: '公示',
            cell: ({ noticeId, title }: Line) => <a href={`/desk/comments?notice=${noticeId}`}>{title}</a>,
          },
          ...COUNTS.map(([key, label]) => ({ key, label, numeric: true, cell: (line: Line) => line[key] })),
        ]}
        rows={figures.notices}
        rowHeader="notice"
        empty={<p>还没有留言。</p>}
      />
    </details>
  );
