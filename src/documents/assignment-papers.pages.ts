import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { ApiExcludeController } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { asFile, asPrintedPage } from './paper-answer';
import { Papers } from './papers.service';

/** What a unit writes about its part of a case: each as a page to print and as a file. */
@ApiExcludeController()
@Controller('assignments/:id')
export class AssignmentPapers {
  constructor(private readonly papers: Papers) {}

  @Get('reply')
  async reply(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return asPrintedPage(reply, await this.papers.reply(actor, id));
  }

  @Get('reply.docx')
  async replyFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.reply(actor, id));
  }

  @Get('opinion')
  async opinion(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return asPrintedPage(reply, await this.papers.opinion(actor, id));
  }

  @Get('opinion.docx')
  async opinionFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.opinion(actor, id));
  }

  @Get('return-request')
  async returning(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asPrintedPage(reply, await this.papers.returnRequest(actor, id));
  }

  @Get('return-request.docx')
  async returningFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.returnRequest(actor, id));
  }

  @Get('extension')
  async extension(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asPrintedPage(reply, await this.papers.extension(actor, id));
  }

  @Get('extension.docx')
  async extensionFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.extension(actor, id));
  }
}
