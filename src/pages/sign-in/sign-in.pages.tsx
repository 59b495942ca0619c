import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChildren } from 'preact';
import { Environment } from '../../../config/environment';
import { BeforePasswordChange, InPerson, Me } from '../../platform/accounts/access';
import { giveCookie, takeCookie } from '../../platform/accounts/session-cookie';
import type { SignedIn } from '../../platform/accounts/signed-in';
import { SignIns } from '../../platform/accounts/sign-ins.service';
import { htmlDocument } from '../../platform/pages/document';
import { localPath } from '../../platform/pages/local-path';
import { ApiExcludeController } from '../../platform/web/documentation';
import { Refused, SignInNeeded, TryLater } from '../../platform/web/errors';
import { TakesPageForm } from '../../platform/web/form';
import { Public } from '../../platform/web/public';
import { switchLargePrint } from '../frame/large-print';
import { SignInForm } from './sign-in-form';

type Fields = Record<string, unknown>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '');

/** How people come in and go out. */
@ApiExcludeController()
@Controller()
export class SignInPages {
  constructor(
    private readonly signIns: SignIns,
    private readonly environment: Environment,
  ) {}

  @Public()
  @Get('sign-in')
  show(@Query() query: Fields, @Res({ passthrough: true }) reply: FastifyReply): string {
    return page(reply, 200, <SignInForm next={localPath(query.next, '/')} ended={query.ended === 'yes'} />);
  }

  /** A wrong password says the same as an unknown name. */
  @Public()
  @TakesPageForm()
  @Post('sign-in')
  async signIn(
    @Body() sent: Fields | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    refuseForeign(request);
    const [username, password] = [textOf(sent?.username), textOf(sent?.password)];
    const next = localPath(sent?.next, '/');
    try {
      const { token } = await this.signIns.signIn(username, password);
      giveCookie(reply, request, token, this.environment.secureCookies);
      reply.status(303).header('location', next);
      return '';
    } catch (error) {
      if (!(error instanceof SignInNeeded) && !(error instanceof TryLater)) throw error;
      if (error instanceof TryLater) reply.header('retry-after', error.seconds);
      const status = error instanceof TryLater ? 429 : 422;
      return page(reply, status, <SignInForm next={next} username={username} fault={error.message} />);
    }
  }

  @BeforePasswordChange()
  @InPerson()
  @TakesPageForm()
  @Post('sign-out')
  async signOut(
    @Me() me: SignedIn,
    @Body() _: Fields,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.signIns.signOut(me);
    takeCookie(reply, request, this.environment.secureCookies);
    reply.status(303).header('location', '/sign-in?ended=yes');
    return '';
  }

  @BeforePasswordChange()
  @InPerson()
  @TakesPageForm()
  @Post('large-print')
  switchPrint(
    @Body() sent: Fields,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): string {
    switchLargePrint(request, reply);
    reply.status(303).header('location', localPath(sent.back, '/'));
    return '';
  }
}

// Another site could sign somebody in as somebody else, who would then write under a foreign name.
function refuseForeign({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' || site === 'same-site')
    throw new Refused([{ code: 'csrf', message: '请在本站的登录页上登录。' }], 403);
}

function page(reply: FastifyReply, status: number, content: ComponentChildren): string {
  reply.status(status).header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store');
  const title = status >= 400 ? '错误：登录 – 提办' : '登录 – 提办';
  return htmlDocument({ title, bodyClass: 'signin-page' }, content);
}
