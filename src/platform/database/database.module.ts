import { Global, Module } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readerOptions, writerOptions } from '../../../config/database';
import { Environment } from '../../../config/environment';
import { Database } from './database';
import { openReader, openWriter } from './open';

const WRITER = 'writer';
const READER = 'reader';
/** A database that does not answer at boot will not after nine more tries: say so at once. */
const ONCE = { retryAttempts: 0 };

/**
 * Gives `Database`. The two DataSources behind it have names of their own, so that nobody gets a repository by
 * accident and writes past `transaction()`. The reader opens after the writer has migrated.
 */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      name: WRITER,
      inject: [Environment],
      useFactory: (environment: Environment) => ({ ...writerOptions(environment), ...ONCE }),
      dataSourceFactory: async (options) => openWriter(options!),
    }),
    TypeOrmModule.forRootAsync({
      name: READER,
      inject: [Environment, getDataSourceToken(WRITER)],
      useFactory: (environment: Environment) => ({ ...readerOptions(environment), ...ONCE }),
      dataSourceFactory: async (options) => openReader(options!),
    }),
  ],
  providers: [
    {
      provide: Database,
      inject: [getDataSourceToken(WRITER), getDataSourceToken(READER)],
      useFactory: (writing: DataSource, reading: DataSource) => new Database(writing, reading),
    },
  ],
  exports: [Database],
})
export class DatabaseModule {}
