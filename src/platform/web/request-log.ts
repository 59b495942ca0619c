import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** One line for each request that has ended, in place of Fastify's own, which would write down whole addresses. */
export class RequestLog extends LogController {
  override incomingRequest(): void {}

  override routeNotFound(): void {}

  override requestCompleted(
    error: Error | null | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ): void {
    const line = lineOf(request, reply);
    if (error) request.log.error({ ...line, err: error }, 'request');
    else if (line.route?.startsWith('/health')) request.log.debug(line, 'request');
    else request.log.info(line, 'request');
  }
}

// An unmatched address or a query may hold a name; only what a route declares is written down, and ids.
const lineOf = (request: FastifyRequest, reply: FastifyReply) => ({
  requestId: request.id,
  method: request.method,
  route: request.is404 ? null : request.routeOptions.url,
  id: idOf(request.params),
  status: reply.statusCode,
  ms: Math.round(reply.elapsedTime),
});

function idOf(params: unknown): string | undefined {
  const { id } = (params ?? {}) as { id?: string };
  return id && /^\d{1,10}$/.test(id) ? id : undefined;
}
