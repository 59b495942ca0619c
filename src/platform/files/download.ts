import type { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

export interface Downloadable {
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly content: Readable;
}

/** Answers with a file to be saved, which no browser opens as a page of this site, runs, or takes for something else. */
export function download(reply: FastifyReply, { name, mime, size, content }: Downloadable): StreamableFile {
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', "default-src 'none'; sandbox");
  reply.header('cache-control', 'private, no-store');
  return new StreamableFile(content, { type: mime, disposition: dispositionOf(name), length: size });
}

/** RFC 6266 with the name in RFC 5987's form, and a plain one for programs that know no better. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const escaped = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${escaped}`;
}
