import { createHmac, randomBytes } from 'node:crypto';
import { sameSecret } from '../../platform/accounts/secrets';

const SECOND = 1000;
/** Nobody reads a notice and writes ten characters faster; programs send at once. */
export const EARLIEST = 4 * SECOND;
/** A tab left open over a day can still be sent. */
export const LATEST = 24 * 3600 * SECOND;

export type TokenFault = 'forged' | 'early' | 'expired';

const TOKEN = /^([0-9a-z]{1,9})\.([\w-]{16})\.([\w-]{43})$/;

/**
 * What a form carries instead of a cookie: when it was shown and for which notice, signed. `now` in milliseconds.
 */
export function formToken(noticeId: number, now: number, secret: string): string {
  const head = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
  return `${head}.${signatureOf(noticeId, head, secret)}`;
}

/** The part of a token by which it is known to have been used, or what is wrong with it. */
export function nonceOf(
  token: string,
  noticeId: number,
  now: number,
  secret: string,
): { nonce: string } | { fault: TokenFault } {
  const [, shown, nonce, signature] = TOKEN.exec(token) ?? [];
  if (!shown || !sameSecret(signature, signatureOf(noticeId, `${shown}.${nonce}`, secret)))
    return { fault: 'forged' };
  const age = now - parseInt(shown, 36);
  if (age < EARLIEST) return { fault: 'early' };
  return age > LATEST ? { fault: 'expired' } : { nonce };
}

const signatureOf = (noticeId: number, head: string, secret: string): string =>
  createHmac('sha256', secret).update(`comment-form:${noticeId}:${head}`).digest('base64url');
