import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { ApiExcludeController } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { asFile, asPrintedPage } from './paper-answer';
import { Papers } from './papers.service';

/** Documents of a whole case: each as a page to print and as a file. */
@ApiExcludeController()
@Controller('proposals/:id')
export class ProposalPapers {
  constructor(private readonly papers: Papers) {}

  @Get('sheet')
  async sheet(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return asPrintedPage(reply, await this.papers.sheet(actor, id));
  }

  @Get('sheet.docx')
  async sheetFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.sheet(actor, id));
  }

  @Get('opinion-form')
  async form(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return asPrintedPage(reply, await this.papers.opinionForm(actor, id));
  }

  @Get('opinion-form.docx')
  async formFile(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return asFile(reply, await this.papers.opinionForm(actor, id));
  }

  @Get('urgings/:number')
  async urging(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('number') number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asPrintedPage(reply, await this.papers.urging(actor, id, number));
  }

  @Get('urgings/:number.docx')
  async urgingFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('number') number: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return asFile(reply, await this.papers.urging(actor, id, number));
  }
}
