import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { download } from '../platform/files/download';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { NotFound } from '../platform/web/errors';
import { IdParam, IdPipe } from '../platform/web/id.pipe';
import { Public } from '../platform/web/public';
import { Rules } from '../proposals/rules';
import { howHtml } from './how.page';
import { noticeDocx, tombstoneDocx } from './notice-docx';
import { noticeMarkdown, tombstoneMarkdown } from './notice-markdown';
import { type IssuedNotice, isTombstone, NoticePages, type Tombstone } from './notice-pages';
import { noticeHtml, noticesHtml, tombstoneHtml } from './notice.page';
import { NoticeFiles } from './notice-files';
import { NoticesOpenData } from './notices-open-data';
import { isWanted, KEPT, publicAnswer, publicFile } from '../platform/web/public-answer';
import { type Site, siteOf } from './site';
import { takeDownLogHtml } from './take-down-log.page';

interface Form {
  readonly type: string;
  readonly notice: (notice: IssuedNotice, site: Site) => string;
  readonly tombstone: (tombstone: Tombstone, site: Site) => string;
}

const GONE = '该附件已撤下。\n';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const json = (content: IssuedNotice | Tombstone): string => JSON.stringify(content);

const FORMS: Record<string, Form> = {
  '': { type: 'text/html', notice: noticeHtml, tombstone: tombstoneHtml },
  '.md': { type: 'text/markdown', notice: noticeMarkdown, tombstone: tombstoneMarkdown },
  '.json': { type: 'application/json', notice: json, tombstone: json },
};

/** What everybody may read, without a sign-in. */
@Public()
@ApiTags('公示 notices (public)')
@Controller('notices')
export class NoticesPublic {
  constructor(
    private readonly pages: NoticePages,
    private readonly openData: NoticesOpenData,
    private readonly files: NoticeFiles,
    private readonly rules: Rules,
  ) {}

  private get site(): Site {
    return siteOf(this.rules);
  }

  /** All issued notices. */
  @Get()
  @ApiProduces('text/html')
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, {
      type: 'text/html',
      text: noticesHtml(await this.pages.list(), this.site),
    });
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

  /** How a proposal travels, drawn from the tables that rule it. */
  @Get('how')
  @ApiProduces('text/html')
  how(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const text = howHtml(this.rules.handling.clocks, this.site);
    return publicAnswer(request, reply, { type: 'text/html', text });
  }

  /** What was taken down, when and why. */
  @Get('log')
  @ApiProduces('text/html')
  async log(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const text = takeDownLogHtml(await this.pages.takenDown(), this.site);
    return publicAnswer(request, reply, { type: 'text/html', text });
  }

  /** The same for programs. */
  @Get('log.json')
  @ApiProduces('application/json')
  async logForPrograms(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const text = JSON.stringify({ items: await this.pages.takenDown() });
    return publicAnswer(request, reply, { type: 'application/json', text });
  }

  /** A released file of an issued notice: the cleaned copy, never the original; 410 once it has been taken away. */
  @Get(':name/files/:fileId')
  @ApiProduces('application/octet-stream')
  async file(
    @IdParam('name') id: number,
    @IdParam('fileId') fileId: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const file = await this.files.open(id, fileId);
    if (file.gone) return publicAnswer(request, reply, { type: 'text/plain', text: GONE, gone: true });
    if (!isWanted(request, reply, file.hash)) return '';
    const answer = download(reply, { ...file, content: await file.read() });
    reply.header('cache-control', KEPT);
    return answer;
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
    const text = gone ? form.tombstone(notice, this.site) : form.notice(notice, this.site);
    return publicAnswer(request, reply, { type, text, gone });
  }
}

function fileOf(notice: IssuedNotice | Tombstone) {
  const gone = isTombstone(notice);
  const make = () => (gone ? tombstoneDocx(notice) : noticeDocx(notice));
  return { type: DOCX, name: `notice-${notice.id}.docx`, basis: JSON.stringify(notice), gone, make };
}
