import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** 256 random bits as 43 URL-safe characters. */
export function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 as 64 hex characters. Enough for random secrets (nothing to guess); passwords need argon2. */
export function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The CSRF token of a session: derived, so nothing needs to be stored and it ends with the session. */
export function csrfTokenOf(sessionId: string, sessionSecret: string): string {
  return createHmac('sha256', sessionSecret).update(`csrf:${sessionId}`).digest('base64url');
}

/**
 * The token as a page carries it: under a new random mask each time, so that nobody can guess it letter by letter from
 * how well pages compress (BREACH).
 */
export function maskedToken(token: string): string {
  const plain = Buffer.from(token, 'base64url');
  const mask = randomBytes(plain.length);
  return Buffer.concat([mask, masked(plain, mask)]).toString('base64url');
}

/** What was masked; anything else stays as it is. */
export function unmaskedToken(given: string): string {
  const both = Buffer.from(given, 'base64url');
  if (both.length !== 2 * TOKEN_BYTES) return given;
  return masked(both.subarray(TOKEN_BYTES), both.subarray(0, TOKEN_BYTES)).toString('base64url');
}

/** SHA-256, which the token is made with. */
const TOKEN_BYTES = 32;

const masked = (bytes: Buffer, mask: Buffer): Buffer => Buffer.from(bytes.map((byte, at) => byte ^ mask[at]));

/** Compares in a time that tells nothing of where the texts differ. */
export function sameSecret(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left, right);
}

// Without 0 o 1 l i: an initial password is read aloud over the telephone and typed from paper.
const LEGIBLE = '23456789abcdefghjkmnpqrstuvwxyz';

/** A password of 16 legible characters (79 bits) in four groups, such as `k7mq-x2vd-9thr-bw4p`. */
export function generatedPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
