import { Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter';
import { StrayInput } from './stray-input';
import { DtoPipe } from './validation.pipe';

@Module({
  providers: [
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: StrayInput },
    { provide: APP_PIPE, useClass: DtoPipe },
  ],
})
export class WebModule {}
