import { commentStages } from '../../lifecycle/words/stages';
import type { CommentState } from '../../proposals/entities/notice-comment.entity';
import type { Hit } from '../personal-data';

export interface CommentRow {
  id: number;
  noticeId: number;
  noticeTitle: string;
  itemId: number | null;
  itemSubject: string | null;
  state: CommentState;
  version: number;
  text: string;
  findings: string;
  receivedAt: string;
  decidedAt: string | null;
  refusedReason: string | null;
  answer: string | null;
  answeredAt: string | null;
}

export const COMMENT_COLUMNS = `c."id", c."noticeId", n."title" AS "noticeTitle", c."itemId", i."subject" AS "itemSubject",
  c."state", c."version", c."text", c."findings", c."receivedAt", c."decidedAt", c."refusedReason", c."answer", c."answeredAt"`;

export const COMMENT_TABLES = `FROM "noticeComment" c JOIN "notice" n ON n."id" = c."noticeId"
  LEFT JOIN "noticeItem" i ON i."id" = c."itemId"`;

/** A comment as those see it who decide about it. */
export function commentInWords({ noticeId, noticeTitle, itemId, itemSubject, ...row }: CommentRow) {
  return {
    ...row,
    notice: { id: noticeId, title: noticeTitle },
    item: itemId === null ? null : { id: itemId, subject: itemSubject },
    stateWord: commentStages[row.state],
    findings: JSON.parse(row.findings) as Hit[],
  };
}
