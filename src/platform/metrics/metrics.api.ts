import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Wearing } from '../accounts/access';
import { ADMINISTRATOR, AUDITOR } from '../accounts/hats';
import { ApiOkResponse, ApiTags } from '../web/documentation';
import { Metrics } from './metrics';

@ApiTags('运行状况')
@Controller('metrics')
export class MetricsApi {
  constructor(private readonly metrics: Metrics) {}

  /** What Prometheus reads, with the API token of an administrator or auditor: how much is overdue is nobody else's. */
  @Get()
  @Wearing(ADMINISTRATOR, AUDITOR)
  @ApiOkResponse({ description: 'Prometheus 文本格式' })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const text = await this.metrics.text();
    reply.type(this.metrics.contentType);
    return text;
  }
}
