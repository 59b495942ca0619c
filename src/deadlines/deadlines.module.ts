import { Module } from '@nestjs/common';
import { Calculator } from './calculator.service';
import { DeadlinesApi } from './deadlines.api';
import { Explanations } from './explanation.service';
import { FeedPublic } from './feed.public';
import { Feed } from './feed.service';
import { FeedsApi } from './feeds.api';
import { Feeds } from './feeds.service';

/** What people ask of deadlines: why they end when they do, and when others would. */
@Module({
  controllers: [DeadlinesApi, FeedsApi, FeedPublic],
  providers: [Explanations, Calculator, Feeds, Feed],
  exports: [Explanations, Calculator, Feeds],
})
export class DeadlinesModule {}
