import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '../web/documentation';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../../config/environment';
import { Public } from '../web/public';
import { BeforePasswordChange, InPerson, Me } from './access';
import { meDto } from './me.api';
import { type MeDto, SignInDto, SignOutEverywhereDto } from './me.dto';
import { giveCookie, takeCookie } from './session-cookie';
import { SignIns } from './sign-ins.service';
import type { SignedIn } from './signed-in';

@ApiTags('登录')
@Controller('api')
export class SignInApi {
  constructor(
    private readonly signIns: SignIns,
    private readonly environment: Environment,
  ) {}

  /** Opens a session: sets its cookie and tells who is signed in. */
  @Public()
  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @Body() { username, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeDto> {
    const { token, signedIn } = await this.signIns.signIn(username, password);
    giveCookie(reply, request, token, this.environment.secureCookies);
    return meDto(signedIn, this.environment.sessionSecret);
  }

  /** Ends this session. */
  @BeforePasswordChange()
  @InPerson()
  @Post('sign-out')
  @HttpCode(204)
  async signOut(
    @Me() me: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOut(me);
    takeCookie(reply, request, this.environment.secureCookies);
  }

  /** Ends every session of this account and, if asked, revokes its tokens. */
  @BeforePasswordChange()
  @InPerson()
  @Post('sign-out-everywhere')
  @HttpCode(204)
  async signOutEverywhere(
    @Me() me: SignedIn,
    @Body() { tokensToo }: SignOutEverywhereDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.signIns.signOutEverywhere(me, tokensToo ?? false);
    takeCookie(reply, request, this.environment.secureCookies);
  }
}
