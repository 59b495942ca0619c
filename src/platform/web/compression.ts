import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Encoding, encodingFor } from './encoding';

// Under this the headers cost what is saved.
const WORTHWHILE = 1024;
// The quality at which a page takes about a millisecond; more would save little.
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const SQUEEZE: Record<Encoding, (text: string, done: (error: Error | null, result: Buffer) => void) => void> =
  {
    br: (text, done) => brotliCompress(text, BROTLI, done),
    gzip: (text, done) => gzip(text, done),
  };

/** A hook: pages leave compressed where the reader takes it. Files, feeds and streams go as they are. */
export function compressPages(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
  done: (error: Error | null, payload?: unknown) => void,
): void {
  if (!isPage(reply)) return done(null, payload);
  reply.header('vary', varyOf(reply));
  if (typeof payload !== 'string' || payload.length < WORTHWHILE || reply.hasHeader('content-encoding'))
    return done(null, payload);
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (!encoding) return done(null, payload);
  reply.header('content-encoding', encoding).removeHeader('content-length');
  weakenTag(reply);
  SQUEEZE[encoding](payload, done);
}

const isPage = (reply: FastifyReply) => String(reply.getHeader('content-type')).startsWith('text/html');

function varyOf(reply: FastifyReply): string {
  const before = reply.getHeader('vary');
  return before ? `${String(before)}, accept-encoding` : 'accept-encoding';
}

/** The same page, but no longer the same bytes: RFC 9110, 8.8.3.3. Who asks again is known by it all the same. */
function weakenTag(reply: FastifyReply): void {
  const tag = reply.getHeader('etag');
  if (typeof tag === 'string' && !tag.startsWith('W/')) reply.header('etag', `W/${tag}`);
}
