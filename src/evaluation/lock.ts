import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { newKeyPair } from './sealed-box';

/** A teller's lock as it is kept: the key to it only together with a phrase that is kept nowhere. */
export interface Lock {
  readonly publicKey: string;
  readonly lockedKey: string;
}

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

// 32 MB and a quarter of a second for each guess, against whoever has got hold of a copy of the database.
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A new lock; `place` binds it to the one box it was made for. */
export async function newLock(phrase: string, place: string): Promise<Lock> {
  const { publicKey, privateKey } = newKeyPair();
  const [salt, nonce] = [randomBytes(SALT_BYTES), randomBytes(NONCE_BYTES)];
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(phrase, salt), nonce).setAAD(Buffer.from(place));
  const locked = [salt, nonce, cipher.update(privateKey), cipher.final(), cipher.getAuthTag()];
  return { publicKey: publicKey.toString('base64'), lockedKey: Buffer.concat(locked).toString('base64') };
}

/** The private key, or null when the phrase is another. */
export async function openLock(lock: Lock, phrase: string, place: string): Promise<Buffer | null> {
  const locked = Buffer.from(lock.lockedKey, 'base64');
  const [salt, nonce] = [
    locked.subarray(0, SALT_BYTES),
    locked.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES),
  ];
  const key = await keyFrom(phrase, salt);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place)).setAuthTag(locked.subarray(-TAG_BYTES));
  try {
    const content = locked.subarray(SALT_BYTES + NONCE_BYTES, -TAG_BYTES);
    return Buffer.concat([decipher.update(content), decipher.final()]);
  } catch {
    return null;
  }
}

/** The same phrase, however the keyboard has composed its characters. */
const keyFrom = (phrase: string, salt: Buffer) => derive(phrase.normalize('NFKC'), salt, 32, COST);
