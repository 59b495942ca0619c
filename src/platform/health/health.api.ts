import { Controller, Get, ServiceUnavailableException } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '../web/documentation';
import { Database } from '../database/database';
import { Public } from '../web/public';

@Public()
@ApiTags('运行状况')
@Controller('health')
export class HealthApi {
  constructor(private readonly database: Database) {}

  /** The process answers. */
  @Get()
  @ApiOkResponse({ description: '服务在运行' })
  live() {
    return { status: 'ok' };
  }

  /** The process can work: its database answers and has this build's schema. */
  @Get('ready')
  @ApiOkResponse({ description: '数据库可用，结构为最新' })
  @ApiServiceUnavailableResponse({ description: '暂不可用' })
  async ready() {
    if (!(await this.database.isReady().catch(() => false))) throw new ServiceUnavailableException();
    return { status: 'ok', database: this.database.kind };
  }
}
