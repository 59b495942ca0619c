import { Readable } from 'node:stream';
import { Controller, Get, Query, Res, StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../lifecycle/people';
import { By } from '../../platform/accounts/access';
import { dispositionOf } from '../../platform/files/download';
import { csvLines, csvOf } from '../../platform/spreadsheet/csv';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Door } from '../../proposals/door';
import { ProposalsQuery } from '../../proposals/lists/list.dto';
import { type Cell, ExportedList, HEAD } from './exported-list.service';
import { workbookStream } from './workbook-stream';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The list as it is shown, as a file. */
@ApiExcludeController()
@Controller('proposals')
export class ExportPages {
  constructor(
    private readonly exported: ExportedList,
    private readonly door: Door,
  ) {}

  @Get('export.csv')
  async csv(
    @By() actor: Actor,
    @Query() query: ProposalsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const rows = await this.exported.rows(actor, query);
    return this.file(reply, Readable.from(csvFrom(rows)), 'text/csv; charset=utf-8', 'csv');
  }

  @Get('export.xlsx')
  async xlsx(
    @By() actor: Actor,
    @Query() query: ProposalsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const rows = await this.exported.rows(actor, query);
    return this.file(reply, workbookStream('提案', HEAD, rows), XLSX, 'xlsx');
  }

  private file(reply: FastifyReply, content: Readable, type: string, ending: string): StreamableFile {
    reply.header('x-content-type-options', 'nosniff').header('cache-control', 'private, no-store');
    const disposition = dispositionOf(`提案-${this.door.now().day}.${ending}`);
    return new StreamableFile(content, { type, disposition });
  }
}

async function* csvFrom(chunks: AsyncIterable<Cell[][]>): AsyncIterable<string> {
  yield csvOf(HEAD, []);
  for await (const rows of chunks) yield csvLines(rows);
}
