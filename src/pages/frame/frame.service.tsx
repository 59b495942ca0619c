import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { Environment } from '../../../config/environment';
import type { Hat } from '../../lifecycle/people';
import { hats as hatWords } from '../../lifecycle/words/terms';
import { InboxService } from '../../notifications/inbox.service';
import { csrfTokenOf, maskedToken } from '../../platform/accounts/secrets';
import type { SignedIn } from '../../platform/accounts/signed-in';
import { htmlDocument } from '../../platform/pages/document';
import type { Exchange } from './exchange';
import { messageOf } from './done-message';
import { Frame, type FrameProps, MOST_UNREAD, type Surroundings } from './frame';
import { isLargePrint } from './large-print';
import { placesOf } from './navigation';

export interface PageProps extends Omit<FrameProps, 'around' | 'children'> {
  /** Something on the page is wrong: the browser's title says so first. */
  readonly isFaulty?: boolean;
  readonly status?: number;
  readonly refreshAfter?: number;
}

/** Puts the frame around a page for whoever asked for it. One query: how many messages wait. */
@Injectable()
export class FrameService {
  constructor(
    private readonly inbox: InboxService,
    private readonly environment: Environment,
  ) {}

  async page(
    { request, reply }: Exchange,
    { isFaulty, status = 200, refreshAfter, ...props }: PageProps,
    content: ComponentChildren | ((around: Surroundings) => ComponentChildren),
  ): Promise<string> {
    const around = await this.surroundings(request);
    reply.status(status).header('content-type', 'text/html; charset=utf-8');
    reply.header('cache-control', 'private, no-store');
    const title = `${isFaulty ? '错误：' : ''}${props.title} – 提办`;
    return htmlDocument(
      { title, largePrint: isLargePrint(request), refreshAfter },
      <Frame {...props} around={around}>
        {typeof content === 'function'
          ? (content as (around: Surroundings) => ComponentChildren)(around)
          : content}
      </Frame>,
    );
  }

  csrf({ sessionId }: SignedIn): string {
    return sessionId === null ? '' : maskedToken(csrfTokenOf(sessionId, this.environment.sessionSecret));
  }

  private async surroundings(request: FastifyRequest): Promise<Surroundings> {
    const signedIn = request.signedIn!;
    const { actor } = signedIn;
    const hats = [...new Set(actor.hats.map(({ hat }) => hatWords[hat as Hat] ?? hat))];
    const { unread } = await this.inbox.unread(actor, MOST_UNREAD);
    const path = request.url.split('?', 1)[0];
    const message = messageOf(request);
    return {
      name: actor.name,
      hats,
      places: placesOf(actor),
      path,
      unread,
      csrf: this.csrf(signedIn),
      message,
    };
  }
}
