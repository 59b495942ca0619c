import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { NotFound } from '../platform/web/errors';
import { IdPipe } from '../platform/web/id.pipe';
import { Public } from '../platform/web/public';
import { noticeMarkdown, tombstoneMarkdown } from './notice-markdown';
import { type IssuedNotice, isTombstone, NoticePages, type Tombstone } from './notice-pages';
import { noticeHtml, noticesHtml, tombstoneHtml } from './notice.page';
import { publicAnswer } from './public-answer';

interface Form {
  readonly type: string;
  readonly notice: (notice: IssuedNotice) => string;
  readonly tombstone: (tombstone: Tombstone) => string;
}

const FORMS: Record<string, Form> = {
  '': { type: 'text/html', notice: noticeHtml, tombstone: tombstoneHtml },
  '.md': { type: 'text/markdown', notice: noticeMarkdown, tombstone: tombstoneMarkdown },
  '.json': { type: 'application/json', notice: JSON.stringify, tombstone: JSON.stringify },
};

/** What everybody may read, without a sign-in. */
@Public()
@ApiTags('公示 notices (public)')
@Controller('notices')
export class NoticesPublic {
  constructor(private readonly pages: NoticePages) {}

  /** All issued notices. */
  @Get()
  @ApiProduces('text/html')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, { type: 'text/html', text: noticesHtml(await this.pages.list()) });
  }

  /** An issued notice as HTML, with `.md` as Markdown, with `.json` as JSON; 410 once it has been taken down. */
  @Get(':name')
  @ApiProduces('text/html', 'text/markdown', 'application/json')
  async read(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [, id = '', extension = ''] = /^(\d+)(\.md|\.json)?$/.exec(name) ?? [];
    if (!id) throw new NotFound();
    const notice = await this.pages.issued(new IdPipe().transform(id));
    const { type, ...form } = FORMS[extension];
    const gone = isTombstone(notice);
    const text = gone ? form.tombstone(notice) : form.notice(notice);
    return publicAnswer(request, reply, { type, text, gone });
  }
}
