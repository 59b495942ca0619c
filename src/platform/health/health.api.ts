import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '../web/documentation';
import { Public } from '../web/public';
import { Health, type Report } from './health';

@Public()
@ApiTags('运行状况')
@Controller('health')
export class HealthApi {
  constructor(private readonly health: Health) {}

  /** The process answers. */
  @Get()
  @ApiOkResponse({ description: '服务在运行' })
  live() {
    return { status: 'ok' };
  }

  /**
   * The process can serve: its database answers and has this build's schema. Trouble with Redis or the background work
   * is told, but does not make it unready: requests are answered all the same, and a load balancer that took every
   * process away would turn a delay of reminders into an outage. A process that only works judges more strictly.
   */
  @Get('ready')
  @ApiOkResponse({ description: '可以服务；status 为 degraded 时后台有问题，见 parts' })
  @ApiServiceUnavailableResponse({ description: '暂不可用' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Report> {
    const report = await this.health.report();
    if (report.status === 'down') reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return report;
  }
}
