import { Module } from '@nestjs/common';
import { HealthApi } from './health.api';

@Module({ controllers: [HealthApi] })
export class HealthModule {}
