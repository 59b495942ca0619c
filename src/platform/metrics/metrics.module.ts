import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { JobRuns } from '../queue/job-runs';
import { Jobs } from '../queue/jobs';
import { jobGauges, outboxGauges } from './background-gauges';
import { Metrics } from './metrics';
import { MetricsApi } from './metrics.api';

@Global()
@Module({ controllers: [MetricsApi], providers: [Metrics], exports: [Metrics] })
export class MetricsModule implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly http: HttpAdapterHost,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runs: JobRuns,
  ) {}

  onModuleInit(): void {
    this.metrics.add(...outboxGauges(this.database, this.clock), ...jobGauges(this.runs, this.jobs));
    // Commands and processes that only work have no server.
    const server = this.http.httpAdapter?.getInstance() as FastifyInstance | undefined;
    server?.addHook?.('onResponse', (request, reply, done) => {
      const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
      this.metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
      done();
    });
  }
}
