import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../../config/environment';
import { InPerson, Wearing } from '../accounts/access';
import { ADMINISTRATOR } from '../accounts/hats';
import { ApiExcludeController } from '../web/documentation';
import { NotFound } from '../web/errors';
import { QueueBoard } from './queue-board';

// For this page alone: it writes styles into its elements. Scripts come from this server, as everywhere.
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join(';');

@ApiExcludeController()
@Controller('admin/queues')
export class QueueBoardApi {
  constructor(
    private readonly board: QueueBoard,
    private readonly environment: Environment,
  ) {}

  @Get(['', '*'])
  @Wearing(ADMINISTRATOR)
  @InPerson()
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!this.environment.redisUrl) throw new NotFound('未设置 REDIS_URL，没有队列可看。');
    const { status, type, body } = await this.board.answer(request.url);
    await reply.status(status).type(type).header('content-security-policy', POLICY).send(body);
  }
}
