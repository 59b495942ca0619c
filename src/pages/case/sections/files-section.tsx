import { dayWords } from '../../../platform/pages/day-words';
import { Table } from '../../../platform/pages/table';
import { dayOf } from '../../../platform/clock/calendar';
import type { Dossier } from '../../deeds/deed-subject';

type File = Dossier['attachments'][number];

const OWNERS: Record<File['ownerKind'], string> = {
  proposal: '提案',
  progress: '办理进展',
  feedback: '反馈表扫描件',
  promise: '兑现佐证',
};

const hrefOf = (caseId: number, { id }: File): string => `/api/proposals/${caseId}/attachments/${id}`;

/** Bytes as people read them. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The files of one report or promise, where it stands. */
export function FileLinks({
  dossier,
  ownerKind,
  ownerId,
}: {
  dossier: Dossier;
  ownerKind: File['ownerKind'];
  ownerId: number;
}) {
  const files = dossier.attachments.filter(
    (each) => each.ownerKind === ownerKind && each.ownerId === ownerId,
  );
  if (files.length === 0) return null;
  return (
    <p>
      附件：
      {files.map((file) => (
        <>
          <a href={hrefOf(dossier.id, file)}>{file.name}</a>（{sizeWords(file.size)}）{' '}
        </>
      ))}
    </p>
  );
}

/** All files of the case that the reader may open. */
export function filesSection(dossier: Dossier) {
  const { attachments, actions, id } = dossier;
  if (attachments.length === 0) return null;
  const mayRemove = actions.some(({ action, reasons }) => action === 'detach' && reasons.length === 0);
  const remove = {
    ...{ key: 'remove', label: '移除' },
    cell: (file: File) =>
      file.ownerKind === 'proposal' && (
        <a href={`/undo/proposals/${id}/attachments/${file.id}`}>
          移除<span class="visually-hidden">{file.name}</span>
        </a>
      ),
  };
  return (
    <Table
      caption="附件"
      columns={[
        { key: 'name', label: '文件', cell: (file: File) => <a href={hrefOf(id, file)}>{file.name}</a> },
        { key: 'size', label: '大小', cell: ({ size }: File) => sizeWords(size), numeric: true },
        { key: 'owner', label: '属于', cell: ({ ownerKind }: File) => OWNERS[ownerKind] },
        { key: 'added', label: '上传', cell: ({ addedAt }: File) => dayWords(dayOf(addedAt)) },
        ...(mayRemove ? [remove] : []),
      ]}
      rows={attachments}
      rowHeader="name"
      empty={null}
    />
  );
}
