import type * as boardApi from '@bull-board/api';
import type * as boardBullMq from '@bull-board/api/bullMQAdapter';
import type * as boardFastify from '@bull-board/fastify';
import type * as nestBullMq from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { fastify, type FastifyInstance } from 'fastify';
import { QUEUE } from '../../../config/queue';

export const BOARD_PATH = '/admin/queues';

/** What a request for a part of the board is answered with. */
export interface BoardAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer | string;
}

// The fonts of a foreign server: nothing is loaded from there, the browser would only wait for the refusal.
const FOREIGN = /<link[^>]+href="https?:[^>]*>/g;

/**
 * BullMQ's board. It stands on a server of its own that nobody can reach but through `answer`, so that what comes to it
 * has passed the sign-in, and so that it is loaded when somebody looks at it for the first time.
 */
@Injectable()
export class QueueBoard {
  private board?: Promise<FastifyInstance>;

  constructor(private readonly modules: ModuleRef) {}

  async answer(url: string): Promise<BoardAnswer> {
    const board = await (this.board ??= this.build());
    const answer = await board.inject({ method: 'GET', url });
    const type = String(answer.headers['content-type'] ?? 'application/octet-stream');
    const body = type.startsWith('text/html') ? answer.payload.replace(FOREIGN, '') : answer.rawPayload;
    return { status: answer.statusCode, type, body };
  }

  private async build(): Promise<FastifyInstance> {
    /* eslint-disable @typescript-eslint/no-require-imports */
    const { getQueueToken } = require('@nestjs/bullmq') as typeof nestBullMq;
    const { createBullBoard } = require('@bull-board/api') as typeof boardApi;
    const { BullMQAdapter } = require('@bull-board/api/bullMQAdapter') as typeof boardBullMq;
    const { FastifyAdapter } = require('@bull-board/fastify') as typeof boardFastify;
    /* eslint-enable @typescript-eslint/no-require-imports */
    const queue = this.modules.get<Queue>(getQueueToken(QUEUE), { strict: false });
    const serverAdapter = new FastifyAdapter().setBasePath(BOARD_PATH);
    // To look at only: what has failed is done again by itself, and its own buttons could not prove who pressed them.
    const queues = [new BullMQAdapter(queue, { readOnlyMode: true })];
    const uiConfig = { boardTitle: '提办后台队列', hideDocsLink: true, locale: { lng: 'zh-CN' } };
    createBullBoard({ queues, serverAdapter, options: { uiConfig } });
    const board = fastify();
    await board.register(serverAdapter.registerPlugin(), { prefix: BOARD_PATH });
    return board;
  }
}
