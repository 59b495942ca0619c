import type { FastifyReply } from 'fastify';
import { answerFile, answerPage } from '../platform/documents/document-answer';
import type { Paper } from './papers.service';

/** As a page, with the ways to the file and back to the case. */
export function asPrintedPage(reply: FastifyReply, { document, proposalId, href }: Paper): string {
  return answerPage(reply, document, [
    { href: `/proposals/${proposalId}`, label: '返回提案' },
    { href: `${href}.docx`, label: '下载 Word 文件' },
  ]);
}

export const asFile = (reply: FastifyReply, { document }: Paper): Promise<Buffer> =>
  answerFile(reply, document);
