import { Body, Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '../web/documentation';
import { Environment } from '../../../config/environment';
import { IdParam } from '../web/id.pipe';
import { BeforePasswordChange, InPerson, Me } from './access';
import type { ApiToken } from './api-token.entity';
import { ApiTokens } from './api-tokens.service';
import { ChangePasswordDto, IssuedTokenDto, MeDto, NewTokenDto, TokenDto } from './me.dto';
import { OwnPassword } from './own-password.service';
import { csrfTokenOf } from './secrets';
import type { SignedIn } from './signed-in';

@ApiTags('本人')
@Controller('api/me')
export class MeApi {
  constructor(
    private readonly password: OwnPassword,
    private readonly tokens: ApiTokens,
    private readonly environment: Environment,
  ) {}

  /** Who is signed in, with the hats that count today. */
  @BeforePasswordChange()
  @Get()
  show(@Me() me: SignedIn): MeDto {
    return meDto(me, this.environment.sessionSecret);
  }

  /** Changes the password and ends all other sessions. */
  @BeforePasswordChange()
  @InPerson()
  @Post('password')
  @HttpCode(204)
  async changePassword(@Me() me: SignedIn, @Body() { current, next }: ChangePasswordDto): Promise<void> {
    await this.password.change(me, current, next);
  }

  /** The API tokens of this account. */
  @Get('tokens')
  async listTokens(@Me() { actor }: SignedIn): Promise<TokenDto[]> {
    return (await this.tokens.list(actor.accountId)).map(tokenDto);
  }

  /** Makes an API token; it is shown this once. */
  @InPerson()
  @Post('tokens')
  issueToken(@Me() me: SignedIn, @Body() token: NewTokenDto): Promise<IssuedTokenDto> {
    return this.tokens.issue(me, token);
  }

  /** Revokes an API token. */
  @InPerson()
  @Delete('tokens/:id')
  @HttpCode(204)
  async revokeToken(@Me() me: SignedIn, @IdParam() id: number): Promise<void> {
    await this.tokens.revoke(me, id);
  }
}

export function meDto(
  { actor, username, hats, mustChangePassword, sessionId }: SignedIn,
  secret: string,
): MeDto {
  const csrfToken = sessionId === null ? null : csrfTokenOf(sessionId, secret);
  const { accountId, name } = actor;
  return { accountId, username, name, hats: [...hats], mustChangePassword, csrfToken };
}

const tokenDto = ({ id, name, hats, createdAt, lastUsedOn, expiresOn }: ApiToken): TokenDto => ({
  id,
  name,
  hats,
  createdAt,
  lastUsedOn,
  expiresOn,
});
