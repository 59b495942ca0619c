import { Module } from '@nestjs/common';
import { ClockModule } from './platform/clock/clock.module';
import { DatabaseModule } from './platform/database/database.module';
import { EnvironmentModule } from './platform/environment/environment.module';
import { HealthModule } from './platform/health/health.module';
import { HistoryModule } from './platform/history/history.module';
import { WebModule } from './platform/web/web.module';

@Module({
  imports: [EnvironmentModule, ClockModule, DatabaseModule, HistoryModule, WebModule, HealthModule],
})
export class AppModule {}
