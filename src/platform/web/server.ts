import helmet from '@fastify/helmet';
import cookie from '@fastify/cookie';
import type {} from '@fastify/multipart'; // declares what a request with files has
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { Environment } from '../../../config/environment';
import { answerBrokenRequest } from './broken-request';
import { compressPages } from './compression';
import { guardPath } from './input-guard';
import { serveOpenApi } from './openapi';
import { problemOf } from './problem';
import { answeredFrom } from './public-answer';
import { PublicCache } from './public-cache';
import { newRequestId, withRequestId } from './request-id';
import { RequestLog } from './request-log';

const MINUTE = 60_000;
const MEGABYTE = 1024 * 1024;
export const BODY_LIMIT = 2 * MEGABYTE;
const HEAD_LIMIT = 48 * 1024;
export const UPLOAD_LIMIT = 20 * MEGABYTE;

/** Fastify as this application wants it; Nest's middleware layer is left out, nothing here needs it. */
export function createAdapter(environment: Environment, log: FastifyBaseLogger): FastifyAdapter {
  return new FastifyAdapter({
    loggerInstance: log,
    logController: new RequestLog(),
    // The request's id is in the context already; a logger of its own for each request would only cost time.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    genReqId: newRequestId,
    requestIdHeader: false,
    trustProxy: environment.trustProxy,
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: 200 },
    skipMiddie: true,
    schemaController: NO_SCHEMAS,
    multipart: {
      limits: { fileSize: UPLOAD_LIMIT, files: 1, fields: 20, fieldSize: 10_000, headerPairs: 50 },
    },
    // Ten kilobytes of Chinese pasted into a search box are thirty in an address; Node would take sixteen in all.
    http: { maxHeaderSize: HEAD_LIMIT },
    // Long enough for the largest file over a bad line; Fastify would wait forever.
    requestTimeout: 10 * MINUTE,
    clientErrorHandler: answerBrokenRequest,
    // The router refuses malformed addresses before any hook or filter runs.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, error, request.id),
  });
}

// No route gives Fastify a schema, the DTOs are checked by ours: so the compilers for schemas, a tenth of what Fastify
// loads at every start, stay where they are.
const noCompiler = () => () => () => {
  throw new Error('Input is declared by a DTO, not by a schema.');
};
const NO_SCHEMAS = { compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler } };

/** Adds what every request passes through; to be called before the application initialises. */
export async function prepareServer(app: NestFastifyApplication): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    withRequestId(request.id, done);
  });
  fastify.addHook('preValidation', (request, _reply, done) => {
    guardPath(request.params);
    // Reading the body has left the context that onRequest began.
    withRequestId(request.id, done);
  });
  fastify.removeContentTypeParser('text/plain'); // no route reads it, so 415 is the honest answer
  await app.register(helmet, HEADERS);
  await app.register(cookie);
  const cache = app.get(PublicCache);
  fastify.decorate('publicCache', cache).decorateRequest('cacheAge', 0);
  fastify.addHook('preHandler', (request, reply, done) => {
    if (!answeredFrom(cache, request, reply)) done();
  });
  fastify.addHook('onSend', compressPages);
  serveOpenApi(app);
}

// Everything comes from this server. No upgrade to https: an intranet may have none, and the pages would break there.
const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  hsts: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  frameguard: { action: 'deny' as const },
  referrerPolicy: { policy: 'same-origin' as const },
};

function sendProblem(reply: FastifyReply, error: unknown, requestId: string): void {
  const problem = problemOf(error, requestId);
  reply
    .status(problem.status)
    .header('x-request-id', requestId)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problem);
}
