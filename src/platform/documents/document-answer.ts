import type { FastifyReply } from 'fastify';
import { dispositionOf } from '../files/download';
import type { OfficialDocument } from './blocks';
import { documentPage } from './document.page';
import { docxOf } from './official-document';

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Half characters cannot be sent, and the others are no part of a file's name. */
const UNSAVABLE = /[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]/gu;

type Links = Parameters<typeof documentPage>[0]['links'];

/** Answers with the document as a page to print; no cache keeps it. */
export function answerPage(
  reply: FastifyReply,
  { name, blocks, form }: OfficialDocument,
  links?: Links,
): string {
  asPage(reply);
  return documentPage({ title: name, links, form }, blocks);
}

export function asPage(reply: FastifyReply): void {
  reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'private, no-store');
}

/** Answers with the document as a file under its own name. */
export function answerFile(reply: FastifyReply, document: OfficialDocument): Promise<Buffer> {
  reply.header('content-type', DOCX).header('cache-control', 'private, no-store');
  reply.header('content-disposition', dispositionOf(`${document.name.replace(UNSAVABLE, '_')}.docx`));
  return docxOf(document);
}
