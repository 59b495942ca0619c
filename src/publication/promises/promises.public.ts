import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../../platform/database/database';
import { ApiProduces, ApiTags } from '../../platform/web/documentation';
import { Public } from '../../platform/web/public';
import { Door } from '../../proposals/door';
import { type PublicPromise, publicPromises } from '../../proposals/promises/public-promises';
import { publicAnswer } from '../../platform/web/public-answer';
import { Rules } from '../../proposals/rules';
import { siteOf } from '../site';
import { promisesHtml } from './promises.page';

/** What was promised in answer to published proposals, for everybody. */
@Public()
@ApiTags('公示 notices (public)')
@Controller()
export class PromisesPublic {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
  ) {}

  /** Promises that the committee has released, of cases in issued notices. */
  @Get('promises')
  @ApiProduces('text/html')
  async page(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return publicAnswer(request, reply, {
      type: 'text/html',
      text: promisesHtml(await this.promises(), siteOf(this.rules)),
    });
  }

  /** The same for programs. */
  @Get('promises.json')
  @ApiProduces('application/json')
  async json(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    const text = JSON.stringify({ promises: await this.promises() });
    return publicAnswer(request, reply, { type: 'application/json', text });
  }

  private promises(): Promise<PublicPromise[]> {
    return publicPromises(this.database, this.door.now().day);
  }
}
