import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { withQuery } from '../../platform/pages/local-path';
import { doneQuery } from '../frame/done-message';
import { DeedDesk } from './deed-desk';
import { DeedPerformance, type Outcome } from './deed-performance';
import type { Exchange } from '../frame/exchange';

/** For desks whose own form asks in another way than the DTO does: performs the deed all the same by its API route. */
@Injectable()
export class DeedRelay {
  constructor(
    private readonly desk: DeedDesk,
    private readonly performance: DeedPerformance,
  ) {}

  /** Performs what answers with something to show, such as a preview. */
  ask(path: string, body: object, request: FastifyRequest): Promise<Outcome> {
    return this.performance.perform(this.desk.find(path, false).deed, path, request, body);
  }

  /** Goes on to `target` when it is done and gives null; else what stood in the way. Throws NotFound for no deed. */
  async pass(
    path: string,
    body: object,
    target: string,
    { request, reply }: Exchange,
  ): Promise<Exclude<Outcome, { kind: 'done' }> | null> {
    const { deed } = this.desk.find(path, false);
    const outcome = await this.performance.perform(deed, path, request, body);
    if (outcome.kind !== 'done') return outcome;
    reply.status(303).header('location', withQuery(target, ...doneQuery(deed.key)));
    return null;
  }
}
