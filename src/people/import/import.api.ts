import { Controller, Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '../../platform/web/documentation';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../lifecycle/people';
import { By, Wearing } from '../../platform/accounts/access';
import { dispositionOf } from '../../platform/files/download';
import { TakesForm } from '../../platform/web/form';
import { receiveUpload } from '../../platform/web/upload';
import { KEEPERS } from '../access';
import { ImportQuery, ImportReport } from './import.dto';
import { FILE_LIMIT, ImportService } from './import.service';
import { MemberRoster } from './member-roster';
import type { Roster } from './roster';
import { templateOf } from './template';
import { UnitRoster } from './unit-roster';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('导入')
@Wearing(...KEEPERS)
@Controller('api')
export class ImportApi {
  constructor(
    private readonly imports: ImportService,
    private readonly members: MemberRoster,
    private readonly units: UnitRoster,
  ) {}

  /** An empty list of members to fill in. */
  @ApiProduces(XLSX)
  @Get('members/import-template')
  memberTemplate(): Promise<StreamableFile> {
    return template(this.members);
  }

  /** An empty list of handling units to fill in. */
  @ApiProduces(XLSX)
  @Get('units/import-template')
  unitTemplate(): Promise<StreamableFile> {
    return template(this.units);
  }

  /** Shows what a list of members would become; with `preview=false` takes it in, all rows or none. */
  @TakesForm()
  @Post('members/import')
  @HttpCode(200)
  importMembers(
    @By() actor: Actor,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return this.take(this.members, actor, query, request);
  }

  /** Shows what a list of handling units would become; with `preview=false` takes it in, all rows or none. */
  @TakesForm()
  @Post('units/import')
  @HttpCode(200)
  importUnits(
    @By() actor: Actor,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return this.take(this.units, actor, query, request);
  }

  private async take<Draft extends object>(
    roster: Roster<Draft>,
    actor: Actor,
    { preview }: ImportQuery,
    request: FastifyRequest,
  ): Promise<ImportReport> {
    const { content } = await receiveUpload(request, 'Excel 文件（.xlsx）', FILE_LIMIT);
    return preview === false
      ? this.imports.write(actor, roster, content)
      : this.imports.preview(actor, roster, content);
  }
}

async function template({ title, columns }: Roster<object>): Promise<StreamableFile> {
  const disposition = dispositionOf(`${title}模板.xlsx`);
  return new StreamableFile(await templateOf(title, columns), { type: XLSX, disposition });
}
