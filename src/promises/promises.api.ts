import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../lifecycle/people';
import { By } from '../platform/accounts/access';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { PromisesQuery } from './promises.dto';
import { PromiseStatistics } from './promise-statistics.service';
import { PromiseRegister } from './register.service';

@ApiTags('承诺事项 promises')
@Controller('api')
export class PromisesApi {
  constructor(
    private readonly register: PromiseRegister,
    private readonly counts: PromiseStatistics,
  ) {}

  /** What units have promised in replies of cases one may see, by the day it is due. */
  @Get('promises')
  list(@By() actor: Actor, @Query() query: PromisesQuery) {
    return this.register.list(actor, query);
  }

  /** The same as a table, whole. */
  @Get('promises.csv')
  @ApiProduces('text/csv')
  csv(@By() actor: Actor, @Query() query: PromisesQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    reply.header('content-type', 'text/csv; charset=utf-8');
    reply.header('content-disposition', 'attachment; filename="promises.csv"');
    return this.register.csv(actor, query);
  }

  /** Kept in time, late, open and overdue, by unit, and how many replies of class B have become A. */
  @Get('promises/statistics')
  statistics(@By() actor: Actor, @Query() query: PromisesQuery) {
    return this.counts.read(actor, query);
  }
}
