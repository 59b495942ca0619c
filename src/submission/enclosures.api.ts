import { Body, Controller, Delete, Post, Query, UploadedFile } from '@nestjs/common';
import { ApiTags } from '../platform/web/documentation';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { TakesFile, type Upload } from '../platform/files/upload';
import { IdParam } from '../platform/web/id.pipe';
import { DeedDto } from '../proposals/deed.dto';
import { DoneDto } from '../proposals/done.dto';
import { EnclosedDto } from './enclosures.dto';
import { EnclosuresService } from './enclosures.service';

@ApiTags('附件 attachments')
@Controller('api/proposals/:id/attachments')
export class EnclosuresApi {
  constructor(private readonly enclosures: EnclosuresService) {}

  /** Adds one file of an allowed kind to the proposal. */
  @TakesFile({ version: { type: 'integer' } })
  @Post()
  attach(
    @By() actor: Actor,
    @IdParam() id: number,
    @UploadedFile() upload: Upload | undefined,
    @Body() dto: DeedDto,
  ): Promise<EnclosedDto> {
    return this.enclosures.attach(actor, id, upload, dto);
  }

  /** Takes a file away again. */
  @Delete(':attachmentId')
  detach(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('attachmentId') attachmentId: number,
    @Query() dto: DeedDto,
  ): Promise<DoneDto> {
    return this.enclosures.detach(actor, id, attachmentId, dto);
  }
}
