import { Controller, Get, Res, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { download } from '../platform/files/download';
import { IdParam } from '../platform/web/id.pipe';
import { Attachments } from './attachments.service';

@ApiTags('附件 attachments')
@Controller('api/proposals/:id/attachments')
export class AttachmentsApi {
  constructor(private readonly attachments: Attachments) {}

  /** The content of a file, for whoever may see it. */
  @ApiProduces('application/octet-stream')
  @Get(':attachmentId')
  async open(
    @By() actor: Actor,
    @IdParam() id: number,
    @IdParam('attachmentId') attachmentId: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return download(reply, await this.attachments.open(actor, id, attachmentId));
  }
}
