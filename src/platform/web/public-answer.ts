import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PublicCache } from './public-cache';

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
  const { type, text, gone } = answer;
  reply.header('content-type', `${type}; charset=utf-8`);
  const wanted = isWanted(request, reply, text, gone);
  const kept = { type, text, tag: tagOf(text) };
  if (!gone) request.server.publicCache?.keep(request.url, request.cacheAge, kept);
  return wanted ? text : '';
}

/** What was answered before, without asking the database: to be called before a route is. False when there is none. */
export function answeredFrom(cache: PublicCache, request: FastifyRequest, reply: FastifyReply): boolean {
  const kept = request.method === 'GET' ? cache.of(request.url) : undefined;
  request.cacheAge = cache.age;
  if (!kept) return false;
  reply.header('content-type', `${kept.type}; charset=utf-8`);
  reply.send(isNew(request, reply, kept.tag) ? kept.text : '');
  return true;
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
  return isNew(request, reply, tagOf(basis));
}

const tagOf = (basis: string) => `"${createHash('sha256').update(basis).digest('base64url').slice(0, 22)}"`;

function isNew(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('cache-control', KEPT);
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
