import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../../../lifecycle/people';
import { By, Wearing } from '../../../platform/accounts/access';
import { ApiExcludeController } from '../../../platform/web/documentation';
import { Door } from '../../../proposals/door';
import { FrameService } from '../../frame/frame.service';
import { UnitAssignments } from './unit-assignments.service';
import { UnitDesk } from './unit-view';
import { Asked, type Exchange } from '../../frame/exchange';

/** The desk of a handling unit: its handler's and its leader's. */
@ApiExcludeController()
@Wearing('unitHandler', 'unitLeader')
@Controller('desk/unit')
export class UnitPages {
  constructor(
    private readonly assignments: UnitAssignments,
    private readonly door: Door,
    private readonly frame: FrameService,
  ) {}

  @Get()
  async show(
    @By() actor: Actor,
    @Query() _: Record<string, unknown>,
    @Asked() exchange: Exchange,
  ): Promise<string> {
    const rows = await this.assignments.list(actor);
    const today = this.door.now().day;
    return this.frame.page(exchange, { title: '承办' }, ({ csrf }) => (
      <UnitDesk {...{ rows, actor, today, csrf }} />
    ));
  }
}
