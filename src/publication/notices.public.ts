import { Controller, Get, Header, Param, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import type { FastifyReply } from 'fastify';
import { NotFound } from '../platform/web/errors';
import { IdPipe } from '../platform/web/id.pipe';
import { Public } from '../platform/web/public';
import { noticeMarkdown, tombstoneMarkdown } from './notice-markdown';
import { type IssuedNotice, isTombstone, NoticePages, type Tombstone } from './notice-pages';
import { noticeHtml, noticesHtml, tombstoneHtml } from './notice.page';

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
  @Header('content-type', 'text/html; charset=utf-8')
  async list(): Promise<string> {
    return noticesHtml(await this.pages.list());
  }

  /** An issued notice as HTML, with `.md` as Markdown, with `.json` as JSON; 410 once it has been taken down. */
  @Get(':name')
  @ApiProduces('text/html', 'text/markdown', 'application/json')
  async read(@Param('name') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const [, id = '', extension = ''] = /^(\d+)(\.md|\.json)?$/.exec(name) ?? [];
    if (!id) throw new NotFound();
    const notice = await this.pages.issued(new IdPipe().transform(id));
    const form = FORMS[extension];
    reply.header('content-type', `${form.type}; charset=utf-8`);
    if (!isTombstone(notice)) return form.notice(notice);
    reply.status(410);
    return form.tombstone(notice);
  }
}
