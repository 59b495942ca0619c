import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { NotFound } from '../platform/web/errors';
import { IdPipe } from '../platform/web/id.pipe';
import { Public } from '../platform/web/public';
import { noticeDocx, tombstoneDocx } from './notice-docx';
import { noticeMarkdown, tombstoneMarkdown } from './notice-markdown';
import { type IssuedNotice, isTombstone, NoticePages, type Tombstone } from './notice-pages';
import { noticeHtml, noticesHtml, tombstoneHtml } from './notice.page';
import { NoticesOpenData } from './notices-open-data';
import { publicAnswer, publicFile } from './public-answer';

interface Form {
  readonly type: string;
  readonly notice: (notice: IssuedNotice) => string;
  readonly tombstone: (tombstone: Tombstone) => string;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

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
  constructor(
    private readonly pages: NoticePages,
    private readonly openData: NoticesOpenData,
  ) {}

  /** All issued notices. */
  @Get()
  @ApiProduces('text/html')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, { type: 'text/html', text: noticesHtml(await this.pages.list()) });
  }

  /** What was issued lately, for feed readers. */
  @Get('feed.atom')
  @ApiProduces('application/atom+xml')
  async feed(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, { type: 'application/atom+xml', text: await this.openData.feed() });
  }

  /** All items of all issued notices as a table, for whoever counts and compares. */
  @Get('items.csv')
  @ApiProduces('text/csv')
  async items(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, { type: 'text/csv', text: await this.openData.items() });
  }

  /** An issued notice as HTML, with `.md` as Markdown, with `.json` as JSON, with `.docx` as a document; 410 once it has been taken down. */
  @Get(':name')
  @ApiProduces('text/html', 'text/markdown', 'application/json', DOCX)
  async read(
    @Param('name') name: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const [, id = '', extension = ''] = /^(\d+)(\.md|\.json|\.docx)?$/.exec(name) ?? [];
    if (!id) throw new NotFound();
    const notice = await this.pages.issued(new IdPipe().transform(id));
    if (extension === '.docx') return publicFile(request, reply, fileOf(notice));
    const { type, ...form } = FORMS[extension];
    const gone = isTombstone(notice);
    const text = gone ? form.tombstone(notice) : form.notice(notice);
    return publicAnswer(request, reply, { type, text, gone });
  }
}

function fileOf(notice: IssuedNotice | Tombstone) {
  const gone = isTombstone(notice);
  const make = () => (gone ? tombstoneDocx(notice) : noticeDocx(notice));
  return { type: DOCX, name: `notice-${notice.id}.docx`, basis: JSON.stringify(notice), gone, make };
}
