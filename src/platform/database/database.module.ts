import { Global, Module } from '@nestjs/common';
import { Environment } from '../../../config/environment';
import { Database } from './database';
import { openDatabase } from './open';

/**
 * Gives `Database` alone: TypeORM's own DataSource and repositories are not injectable on purpose, they would write
 * past `transaction()`.
 */
@Global()
@Module({
  providers: [{ provide: Database, inject: [Environment], useFactory: openDatabase }],
  exports: [Database],
})
export class DatabaseModule {}
