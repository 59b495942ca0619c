import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '../web/documentation';
import { IdParam } from '../web/id.pipe';
import { By, Wearing } from './access';
import { AccountList } from './account-list';
import { AccountStates } from './account-states.service';
import {
  AccountsPage,
  AccountsQuery,
  CreatedAccountDto,
  NewAccountDto,
  NewPasswordDto,
} from './accounts.dto';
import { Accounts } from './accounts.service';
import type { Actor } from './actor';
import { NewHatDto, WornHatDto } from './hat.dto';
import { HatScopes } from './hat-scopes';
import { ADMINISTRATOR, AUDITOR } from './hats';
import { WornHats } from './worn-hats.service';

@ApiTags('账号管理')
@Wearing(ADMINISTRATOR)
@Controller('api/accounts')
export class AccountsApi {
  constructor(
    private readonly accounts: Accounts,
    private readonly list: AccountList,
    private readonly states: AccountStates,
    private readonly hats: WornHats,
    private readonly scopes: HatScopes,
  ) {}

  /** The accounts by name, with their hats. */
  @Wearing(ADMINISTRATOR, AUDITOR)
  @Get()
  page(@Query() query: AccountsQuery): Promise<AccountsPage> {
    return this.list.page(query);
  }

  /** Creates an account; its initial password is shown this once and must be changed. */
  @Post()
  async create(
    @Body() { username, displayName, hats }: NewAccountDto,
    @By() actor: Actor,
  ): Promise<CreatedAccountDto> {
    await this.scopes.check(hats ?? [], (at) => `hats.${at}.`);
    const created = await this.accounts.create({ username, displayName, hats: hats ?? [] }, actor);
    return created as CreatedAccountDto;
  }

  /** Closes an account; its sessions and tokens end. */
  @Post(':id/deactivate')
  @HttpCode(204)
  async deactivate(@IdParam() id: number, @By() actor: Actor): Promise<void> {
    await this.states.deactivate(id, actor);
  }

  /** Opens a closed account again. */
  @Post(':id/activate')
  @HttpCode(204)
  async activate(@IdParam() id: number, @By() actor: Actor): Promise<void> {
    await this.states.activate(id, actor);
  }

  /** Gives a new password, shown this once; it must be changed, and all sessions and tokens end. */
  @Post(':id/reset-password')
  @HttpCode(200)
  async resetPassword(@IdParam() id: number, @By() actor: Actor): Promise<NewPasswordDto> {
    return { password: await this.states.resetPassword(id, actor) };
  }

  /** Ends the wait after wrong passwords. */
  @Post(':id/unlock')
  @HttpCode(204)
  async unlock(@IdParam() id: number, @By() actor: Actor): Promise<void> {
    await this.states.unlock(id, actor);
  }

  /** Gives a hat. */
  @Post(':id/hats')
  async giveHat(@IdParam() id: number, @Body() given: NewHatDto, @By() actor: Actor): Promise<WornHatDto> {
    await this.scopes.check([given]);
    const { id: hatId, hat, scopeId, since, until } = await this.hats.give(id, given, actor);
    return { id: hatId, hat, scopeId, since, until };
  }

  /** Takes a hat away. */
  @Delete(':id/hats/:hatId')
  @HttpCode(204)
  async takeHat(@IdParam() id: number, @IdParam('hatId') hatId: number, @By() actor: Actor): Promise<void> {
    await this.hats.take(id, hatId, actor);
  }
}
