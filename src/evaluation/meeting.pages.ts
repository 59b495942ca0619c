import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { documentPage } from '../platform/documents/document.page';
import { answerFile, answerPage, asPage, DOCX } from '../platform/documents/document-answer';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { announcementDocument, screenBlocks } from './announcement-document';
import { Announcements } from './announcements.service';
import { ballotDocument, bookletDocument } from './booklet-document';
import { Booklets } from './booklets.service';
import { CopiesQuery } from './evaluation.dto';
import { Screens } from './screens.service';

/** Seconds: as fast as people put in ballots, and no burden even for many screens. */
const REFRESH_AFTER = 5;

/** What is printed for a meeting or thrown on its wall. Nobody but its participants reads it, and no cache keeps it. */
@ApiTags('民主评议 evaluations (pages)')
@Controller('evaluations/:id')
export class MeetingPages {
  constructor(
    private readonly booklets: Booklets,
    private readonly announcements: Announcements,
    private readonly screens: Screens,
  ) {}

  /** The materials on every item, to print. */
  @Get('booklet')
  @ApiProduces('text/html')
  async booklet(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    return answerPage(reply, bookletDocument(await this.booklets.read(actor, id)));
  }

  /** The same as a document. */
  @Get('booklet.docx')
  @ApiProduces(DOCX)
  async bookletFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerFile(reply, bookletDocument(await this.booklets.read(actor, id)));
  }

  /** Papers to hand out, to print. */
  @Get('ballots')
  @ApiProduces('text/html')
  async ballots(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() { copies }: CopiesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerPage(reply, ballotDocument(await this.booklets.ballotPaper(actor, id, copies ?? 1)));
  }

  /** The same as a document, each on a page of its own. */
  @Get('ballots.docx')
  @ApiProduces(DOCX)
  async ballotsFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Query() { copies }: CopiesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerFile(reply, ballotDocument(await this.booklets.ballotPaper(actor, id, copies ?? 1)));
  }

  /** The result with its seal, to read out and to post. */
  @Get('announcement')
  @ApiProduces('text/html')
  async announcement(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerPage(reply, announcementDocument(await this.announcements.read(actor, id)));
  }

  /** The same as a document. */
  @Get('announcement.docx')
  @ApiProduces(DOCX)
  async announcementFile(
    @By() actor: Actor,
    @IdParam() id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answerFile(reply, announcementDocument(await this.announcements.read(actor, id)));
  }

  /** For the projector: how many are there and have voted. Asks for itself again. */
  @Get('screen')
  @ApiProduces('text/html')
  async screen(@By() actor: Actor, @IdParam() id: number, @Res({ passthrough: true }) reply: FastifyReply) {
    const screen = await this.screens.read(actor, id);
    asPage(reply);
    return documentPage({ title: screen.title, refreshAfter: REFRESH_AFTER }, screenBlocks(screen));
  }
}
