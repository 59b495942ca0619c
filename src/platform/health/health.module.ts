import { Module } from '@nestjs/common';
import { HealthApi } from './health.api';
import { Health } from './health';

@Module({ controllers: [HealthApi], providers: [Health], exports: [Health] })
export class HealthModule {}
