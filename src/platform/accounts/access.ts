import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from './actor';
import type { SignedIn } from './signed-in';

export const WEARING = 'tiban:wearing';
export const IN_PERSON = 'tiban:inPerson';
export const BEFORE_PASSWORD_CHANGE = 'tiban:beforePasswordChange';

/** Only for those who wear one of these hats. */
export const Wearing = (...hats: string[]) => SetMetadata(WEARING, hats);

/** Only with a session: a token must not make tokens that may do more than itself. */
export const InPerson = () => SetMetadata(IN_PERSON, true);

/** Answers even while an initial password waits to be changed. */
export const BeforePasswordChange = () => SetMetadata(BEFORE_PASSWORD_CHANGE, true);

/** Parameter: whoever sent the request, as authenticated. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn =>
  signedInOf(context),
);

/** Parameter: whoever sent the request, as the rules see them. */
export const By = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => signedInOf(context).actor,
);

function signedInOf(context: ExecutionContext): SignedIn {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn) throw new Error('A public route has nobody to ask for.');
  return signedIn;
}
