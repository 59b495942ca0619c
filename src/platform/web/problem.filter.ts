import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Logger, Optional } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Problem, problemOf } from './problem';

/** Answers a person with a page, where one was asked for. */
export interface ProblemFace {
  wanted(request: FastifyRequest): boolean;
  answer(problem: Problem, request: FastifyRequest, reply: FastifyReply): void;
}
export const PROBLEM_FACE = 'tiban:problemFace';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(@Optional() @Inject(PROBLEM_FACE) private readonly face?: ProblemFace) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) this.logger.error(error);
    // An answer that has begun cannot become another one.
    if (reply.sent || reply.raw.headersSent) return;
    if (problem.retryAfter) reply.header('retry-after', problem.retryAfter);
    if (this.face?.wanted(request)) return this.face.answer(problem, request, reply);
    reply
      .status(problem.status)
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(problem);
  }
}
