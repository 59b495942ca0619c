import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiExcludeController } from '../web/documentation';
import { encodingFor } from '../web/encoding';
import { NotFound } from '../web/errors';
import { Public } from '../web/public';
import { assetOf } from './assets';

/** A name stands for one content, so that nobody ever has to ask for it again. */
const FOR_EVER = 'public, max-age=31536000, immutable';

@Public()
@ApiExcludeController()
@Controller('assets')
export class AssetsPages {
  @Get(':name')
  async asset(
    @Param('name') name: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asset = assetOf(name);
    if (!asset) throw new NotFound();
    const encoding = encodingFor(accepted);
    if (encoding) reply.header('content-encoding', encoding);
    reply.header('vary', 'accept-encoding').header('cache-control', FOR_EVER).type(asset.type);
    await reply.send(asset[encoding ?? 'plain']);
  }
}
