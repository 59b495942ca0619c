import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface PublicText {
  readonly type: string;
  readonly text: string;
  /** What was there has been taken away for good. */
  readonly gone?: boolean;
}

/**
 * Answers everybody alike. Caches keep it for a minute and then ask again, because what is corrected or taken down has to
 * be so everywhere soon. The tag is of the text itself: it also changes when a new release lays the same notice out anew.
 */
export function publicAnswer(request: FastifyRequest, reply: FastifyReply, answer: PublicText): string {
  reply.header('content-type', `${answer.type}; charset=utf-8`);
  reply.header('cache-control', 'public, max-age=60, must-revalidate');
  if (answer.gone) {
    reply.status(410);
    return answer.text;
  }
  const tag = `"${createHash('sha256').update(answer.text).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag);
  if (!isKnown(tag, request.headers['if-none-match'])) return answer.text;
  reply.status(304);
  return '';
}

/** Compared weakly, as RFC 9110 asks of If-None-Match: proxies mark tags as weak when they compress. */
function isKnown(tag: string, known: string | undefined): boolean {
  const tags = (known ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
