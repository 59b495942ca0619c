import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientAddress } from '../../platform/web/client-address';
import { ApiProduces, ApiQuery, ApiTags } from '../../platform/web/documentation';
import { TakesFields } from '../../platform/web/form';
import { IdParam } from '../../platform/web/id.pipe';
import { Public } from '../../platform/web/public';
import { CommentForms, type FormAnswer } from './comment-forms.service';
import { SendCommentDto } from './comments.dto';

/**
 * Where the public writes about a notice: without a sign-in, a script or a cookie. The parameter is called as in the
 * route of the notice itself, for the router keeps one name for each place.
 */
@Public()
@ApiTags('公示 notices (public)')
@ApiProduces('text/html')
@Controller('notices/:name/comment')
export class CommentsPublic {
  constructor(private readonly forms: CommentForms) {}

  /** The form; `item` says about which item. */
  @Get()
  @ApiQuery({ name: 'item', required: false, schema: { type: 'string', maxLength: 10 } })
  async show(
    @IdParam('name') id: number,
    @Query('item') item: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerWith(reply, await this.forms.show(id, item));
  }

  /** Sends a comment; 303 to the thanks, or the same form with what is wrong. */
  @Post()
  @TakesFields(SendCommentDto)
  async submit(
    @IdParam('name') id: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerWith(reply, await this.forms.submit(id, request.body, clientAddress(request)));
  }

  @Get('thanks')
  async thanks(@IdParam('name') id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerWith(reply, await this.forms.thanks(id));
  }
}

/** Each form is somebody's own: nothing on the way may keep it. */
function answerWith(reply: FastifyReply, answer: FormAnswer): string {
  reply.header('cache-control', 'no-store').header('content-type', 'text/html; charset=utf-8');
  if ('location' in answer) {
    reply.status(303).header('location', answer.location);
    return '';
  }
  if (answer.retryAfter !== undefined) reply.header('retry-after', answer.retryAfter);
  reply.status(answer.status);
  return answer.html;
}
