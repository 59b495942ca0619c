import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { ProblemFilter } from './problem.filter';
import { PublicCache } from './public-cache';
import { StrayInput } from './stray-input';
import { DtoPipe } from './validation.pipe';

/** To be imported after the accounts: who is not signed in learns nothing of what a route takes. */
@Global()
@Module({
  providers: [
    PublicCache,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_GUARD, useClass: StrayInput },
    { provide: APP_PIPE, useClass: DtoPipe },
  ],
  exports: [PublicCache],
})
export class WebModule {}
