import { dayTimeWords } from '../../platform/pages/day-words';
import { Table } from '../../platform/pages/table';
import type { Dossier } from '../deeds/deed-subject';
import type { PublicationSheet } from './publication-sheet';

type FileLine = PublicationSheet['attachments'][number];

/** Attachments come out one by one, and only as a cleaned copy. */
export function FilesSection({ dossier, sheet }: { dossier: Dossier; sheet: PublicationSheet }) {
  const columns = [
    { key: 'name', label: '附件', cell: ({ name }: FileLine) => name },
    {
      key: 'state',
      label: '公开',
      cell: ({ releasedAt, publicName }: FileLine) =>
        releasedAt ? `已放行（${dayTimeWords(releasedAt)}，公开名：${publicName}）` : '未放行',
    },
    {
      key: 'do',
      label: '办理',
      cell: ({ id, name }: FileLine) => (
        <a href={`/desk/publication/${dossier.id}/files/${id}`}>
          检查<span class="visually-hidden">：{name}</span>
        </a>
      ),
    },
  ];
  return (
    <section aria-labelledby="files">
      <h2 id="files">附件</h2>
      <Table
        caption="本案的附件"
        columns={columns}
        rows={sheet.attachments}
        rowHeader="name"
        empty={<p>本案没有可以公开的附件。</p>}
      />
    </section>
  );
}
