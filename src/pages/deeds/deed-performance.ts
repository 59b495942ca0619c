import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { csrfFieldOf } from '../../platform/web/form-token';
import type { FieldFault, Reason } from '../../platform/web/errors';
import type { Deed } from './deed-catalogue';

/** What came of a deed. */
export type Outcome =
  | { readonly kind: 'done'; readonly result: Record<string, unknown> }
  | { readonly kind: 'invalid'; readonly faults: readonly FieldFault[] }
  | { readonly kind: 'refused'; readonly status: number; readonly reasons: readonly Reason[] }
  | { readonly kind: 'changed'; readonly detail: string }
  | { readonly kind: 'failed'; readonly status: number; readonly detail: string };

interface Problem {
  detail?: string;
  errors?: FieldFault[];
  reasons?: Reason[];
  what?: unknown;
}

/**
 * Does what a form asks for by the very route of the API, inside this process: the same guard, checks and service, so a
 * page can do nothing that the API would not, and nothing is judged twice.
 */
@Injectable()
export class DeedPerformance {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Sends JSON, or passes an uploaded form on as it streams in. */
  async perform(deed: Deed, path: string, request: FastifyRequest, body?: object): Promise<Outcome> {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    const { headers, raw } = request;
    const upload = deed.takesFile
      ? { payload: raw, headers: { 'content-type': headers['content-type'] ?? '' } }
      : { payload: body };
    const answer = await fastify.inject({
      method: deed.method,
      url: `/api/${path}`,
      remoteAddress: request.ip,
      ...(deed.method === 'DELETE' ? { query: queryOf(body) } : { payload: upload.payload }),
      headers: {
        ...(deed.method === 'DELETE' ? {} : upload.headers),
        ...(headers.authorization ? { authorization: headers.authorization } : {}),
        cookie: headers.cookie ?? '',
        'x-csrf-token': csrfFieldOf(request) ?? '',
      },
    });
    return outcomeOf(answer.statusCode, answer.body);
  }
}

const queryOf = (body: object = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]])),
  );

function outcomeOf(status: number, text: string): Outcome {
  const answer = text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as object) : {};
  if (status < 400) return { kind: 'done', result: answer as Record<string, unknown> };
  const { detail = '', errors, reasons, what } = answer as Problem;
  if (status === 422)
    return { kind: 'invalid', faults: errors ?? [{ field: '', code: 'invalid', message: detail }] };
  if (reasons) return { kind: 'refused', status, reasons };
  return status === 409 && what !== undefined
    ? { kind: 'changed', detail }
    : { kind: 'failed', status, detail };
}
