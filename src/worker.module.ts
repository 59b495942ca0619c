import { Module } from '@nestjs/common';
import { AppModule } from './app.module';

/** The whole application, because its background work may need any part of it; only nobody calls its routes. */
@Module({ imports: [AppModule] })
export class WorkerModule {}
