import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../../config/environment';
import { Refused, SignInNeeded } from '../web/errors';
import { csrfFieldOf } from '../web/form-token';
import { PUBLIC_ROUTE } from '../web/public';
import { BEFORE_PASSWORD_CHANGE, IN_PERSON, WEARING } from './access';
import { Authentication } from './authentication';
import { csrfTokenOf, sameSecret, unmaskedToken } from './secrets';
import { SESSION_COOKIE } from './session-cookie';
import type { SignedIn } from './signed-in';

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const BEARER = /^Bearer +(\S+)$/i;

/** Closed by default: every route asks who is there, unless it says that it is public. */
@Injectable()
export class AccountsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
    private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = <T>(key: string) =>
      this.reflector.getAllAndOverride<T>(key, [context.getHandler(), context.getClass()]);
    if (says(PUBLIC_ROUTE)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const signedIn = await this.whoSent(request);
    if (!signedIn) throw new SignInNeeded();
    this.refuseForgery(request, signedIn);
    if (signedIn.mustChangePassword && !says(BEFORE_PASSWORD_CHANGE)) throw MUST_CHANGE_PASSWORD();
    if (says(IN_PERSON) && signedIn.sessionId === null) throw NOT_IN_PERSON();
    const wanted = says<string[] | undefined>(WEARING);
    if (wanted && !signedIn.hats.some(({ hat }) => wanted.includes(hat))) throw NOT_YOURS();
    request.signedIn = signedIn;
    return true;
  }

  // Whoever presents a token means the token: a wrong one does not fall back to the cookie.
  private whoSent({ headers, cookies }: FastifyRequest): Promise<SignedIn | null> | null {
    const bearer = BEARER.exec(headers.authorization ?? '');
    if (bearer) return this.authentication.byToken(bearer[1]);
    const session = cookies[SESSION_COOKIE];
    return session ? this.authentication.bySession(session) : null;
  }

  // A browser adds the cookie to requests that other sites make; header or field only our own pages can set.
  private refuseForgery(request: FastifyRequest, { sessionId }: SignedIn): void {
    if (sessionId === null || SAFE_METHODS.includes(request.method)) return;
    const expected = csrfTokenOf(sessionId, this.environment.sessionSecret);
    const given = request.headers['x-csrf-token'] ?? csrfFieldOf(request) ?? '';
    if (!sameSecret(unmaskedToken(String(given)), expected)) throw FORGED();
  }
}

const refusal = (code: string, message: string) => () => new Refused([{ code, message }], 403);

const FORGED = refusal('csrf', '页面已过期，请刷新后重试。');
const MUST_CHANGE_PASSWORD = refusal('mustChangePassword', '请先修改初始密码。');
const NOT_IN_PERSON = refusal('inPerson', '此操作须本人登录办理，不能使用令牌。');
const NOT_YOURS = refusal('notYours', '您没有办理此事的权限。');
