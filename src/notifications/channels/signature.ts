import { createHmac } from 'node:crypto';

/**
 * The head `Tiban-Signature` of a message: `t=<seconds since 1970>,v1=<hex HMAC-SHA256 of "t.body">`. The time is signed
 * too, so that a message overheard cannot be sent again for ever.
 */
export function signatureOf(body: string, at: number, secret: string): string {
  const code = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return `t=${at},v1=${code}`;
}
