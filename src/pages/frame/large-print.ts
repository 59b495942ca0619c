import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'tiban-print';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** 老年模式: bigger letters and targets, remembered by the browser. */
export const isLargePrint = ({ cookies }: Pick<FastifyRequest, 'cookies'>): boolean =>
  cookies[COOKIE] === 'large';

export function switchLargePrint(request: FastifyRequest, reply: FastifyReply): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', maxAge: YEAR_SECONDS } as const;
  if (isLargePrint(request)) reply.clearCookie(COOKIE, { path: '/' });
  else reply.setCookie(COOKIE, 'large', options);
}
