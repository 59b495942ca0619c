import { hash, verify } from '@node-rs/argon2';
import { COMMON_PASSWORDS } from './common-passwords';

// argon2id at the strength OWASP's password storage sheet asks for: 19 MiB, two passes, one lane; 50-100 ms.
const STRENGTH = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

// The hash of random bytes nobody kept. Names without a password are checked against it, so that they take as long.
const NOBODYS =
  '$argon2id$v=19$m=19456,t=2,p=1$+6HrcWoly23lvq0nhRCnpg$QNE29eURIicd+fDj6wzQjgRBzgdxrZa5vBISPTyvUO4';

export const SHORTEST_PASSWORD = 10;
export const LONGEST_PASSWORD = 200;

/** The argon2id hash to store. */
export function hashOf(password: string): Promise<string> {
  return hash(typed(password), STRENGTH);
}

/** Whether `password` fits `passwordHash`; without a hash the answer is no, after the same work. */
export async function fits(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  const right = await verify(passwordHash ?? NOBODYS, typed(password));
  return right && passwordHash != null;
}

/** Why a new password is refused, in Chinese for its owner, or null when it is good. */
export function faultOf(password: string, username: string): string | null {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) return `密码至少 ${SHORTEST_PASSWORD} 个字符。`;
  if (length > LONGEST_PASSWORD) return `密码最多 ${LONGEST_PASSWORD} 个字符。`;
  const folded = typed(password).toLowerCase();
  if (folded === username) return '密码不能与用户名相同。';
  if (COMMON_PASSWORDS.has(folded) || new Set(folded).size < 3) return '这个密码过于常见，请换一个。';
  return null;
}

// Input methods differ in how they compose the same character and in full-width forms; the password is the same.
function typed(password: string): string {
  return password.normalize('NFKC');
}
