import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccountHistory } from './account-history';
import { AccountList } from './account-list';
import { AccountStates } from './account-states.service';
import { AccountsApi } from './accounts.api';
import { AccountsGuard } from './accounts.guard';
import { Accounts } from './accounts.service';
import { Actors } from './actors.service';
import { ApiTokens } from './api-tokens.service';
import { Authentication } from './authentication';
import { Credentials } from './credentials.service';
import { HATS, type HatTables } from './hats';
import { HatScopes } from './hat-scopes';
import { MeApi } from './me.api';
import { OwnPassword } from './own-password.service';
import { SignInTries } from './sign-in-tries';
import { SignInApi } from './sign-in.api';
import { SignIns } from './sign-ins.service';
import { WornHats } from './worn-hats.service';

const SERVICES = [
  AccountHistory,
  AccountList,
  AccountStates,
  Accounts,
  Actors,
  ApiTokens,
  Authentication,
  Credentials,
  HatScopes,
  OwnPassword,
  SignInTries,
  SignIns,
  WornHats,
];

@Module({
  controllers: [SignInApi, MeApi, AccountsApi],
  providers: [...SERVICES, { provide: APP_GUARD, useClass: AccountsGuard }],
  exports: SERVICES,
})
export class AccountsModule {
  /** The hats that accounts may wear: the application knows them. Import it once, its services are at hand everywhere. */
  static withHats(tables: HatTables): DynamicModule {
    return { module: AccountsModule, global: true, providers: [{ provide: HATS, useValue: tables }] };
  }
}
