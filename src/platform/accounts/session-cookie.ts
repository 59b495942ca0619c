import type { FastifyReply, FastifyRequest } from 'fastify';

export const SESSION_COOKIE = 'tiban';

/** Without an age: browsers forget it when they close; the server knows when the session ends. */
function options({ protocol }: FastifyRequest, secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: secure || protocol === 'https' } as const;
}

/** Hands the session's token to the browser; over https, or when `secure`, it will be sent over https only. */
export function giveCookie(
  reply: FastifyReply,
  request: FastifyRequest,
  token: string,
  secure: boolean,
): void {
  reply.setCookie(SESSION_COOKIE, token, options(request, secure));
}

export function takeCookie(reply: FastifyReply, request: FastifyRequest, secure: boolean): void {
  reply.clearCookie(SESSION_COOKIE, options(request, secure));
}
