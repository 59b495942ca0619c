import { Global, Module } from '@nestjs/common';
import { Environment, readEnvironment } from '../../../config/environment';

@Global()
@Module({
  providers: [{ provide: Environment, useFactory: () => readEnvironment() }],
  exports: [Environment],
})
export class EnvironmentModule {}
