import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const KEPT = 'public, max-age=60, must-revalidate';

export interface PublicText {
  readonly type: string;
  readonly text: string;
  /** What was there has been taken away for good. */
  readonly gone?: boolean;
}

/** A file that is made anew at each request, and never the same to the byte; `basis` is what it is made of. */
export interface PublicFile {
  readonly type: string;
  readonly name: string;
  readonly basis: string;
  readonly gone?: boolean;
  readonly make: () => Promise<Buffer>;
}

/**
 * Answers everybody alike. Caches keep it for a minute and then ask again, because what is corrected or taken down has to
 * be so everywhere soon. The tag is of the text itself: it also changes when a new release lays the same notice out anew.
 */
export function publicAnswer(request: FastifyRequest, reply: FastifyReply, answer: PublicText): string {
  reply.header('content-type', `${answer.type}; charset=utf-8`);
  return isWanted(request, reply, answer.text, answer.gone) ? answer.text : '';
}

/** The same for a file to keep; it is not even made for whoever has it already. */
export async function publicFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, name, basis, gone, make }: PublicFile,
): Promise<Buffer | string> {
  reply.header('content-type', type);
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return isWanted(request, reply, basis, gone) ? make() : '';
}

/** Says how long it may be kept, and whether the reader has it already. */
export function isWanted(request: FastifyRequest, reply: FastifyReply, basis: string, gone = false): boolean {
  reply.header('cache-control', KEPT);
  if (gone) {
    reply.status(410);
    return true;
  }
  const tag = `"${createHash('sha256').update(basis).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (!isKnown(tag, request.headers['if-none-match'])) return true;
  reply.status(304);
  return false;
}

/** Compared weakly, as RFC 9110 asks of If-None-Match: proxies mark tags as weak when they compress. */
function isKnown(tag: string, known: string | undefined): boolean {
  const tags = (known ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
