import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { By, Wearing } from '../platform/accounts/access';
import type { Actor } from '../platform/accounts/actor';
import { ADMINISTRATOR, AUDITOR } from '../platform/accounts/hats';
import { ApiTags } from '../platform/web/documentation';
import { IdParam } from '../platform/web/id.pipe';
import { DeliveriesPage, DeliveriesQuery, DeliveryStateDto } from './deliveries.dto';
import { DeliveryDesk } from './delivery-desk.service';

@ApiTags('发送管理 deliveries')
@Wearing(ADMINISTRATOR)
@Controller('api/deliveries')
export class DeliveriesApi {
  constructor(private readonly desk: DeliveryDesk) {}

  /** What goes out by mail and to the messaging platform, newest first; without what it says. */
  @Wearing(ADMINISTRATOR, AUDITOR)
  @Get()
  page(@Query() query: DeliveriesQuery): Promise<DeliveriesPage> {
    return this.desk.page(query);
  }

  /** Tries again what has failed or was stopped. */
  @Post(':id/retry')
  @HttpCode(200)
  retry(@IdParam() id: number, @By() actor: Actor): Promise<DeliveryStateDto> {
    return this.desk.retry(id, actor);
  }

  /** Stops what has not gone out yet. */
  @Post(':id/cancel')
  @HttpCode(200)
  cancel(@IdParam() id: number, @By() actor: Actor): Promise<DeliveryStateDto> {
    return this.desk.cancel(id, actor);
  }
}
