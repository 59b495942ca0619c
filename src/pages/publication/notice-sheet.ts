import type { NoticeReading } from '../../publication/reading.service';

export type NoticeSheet = Awaited<ReturnType<NoticeReading['read']>>;
export type NoticeItem = NoticeSheet['items'][number];

/** Where the work on the cases of a notice goes on. */
export const caseDesk = (proposalId: number): string => `/desk/publication/${proposalId}`;

export const NOTICES = { href: '/desk/notices', label: '公示' };
