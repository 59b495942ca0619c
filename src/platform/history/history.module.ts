import { Global, Module } from '@nestjs/common';
import { History } from './history';
import { HistoryVerification } from './verification';

@Global()
@Module({ providers: [History, HistoryVerification], exports: [History, HistoryVerification] })
export class HistoryModule {}
