import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';

// X25519 for the agreement, HKDF-SHA256 for the key, AES-256-GCM for the content: all of node:crypto, nothing of ours.
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const POINT_BYTES = 44; // an X25519 key as SPKI

export interface KeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

export function newKeyPair(): KeyPair {
  return generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
}

/** Only the holder of the private key opens it; `purpose` has to be the same on both sides. The sender cannot. */
export function seal(publicKey: Buffer, content: Buffer, purpose: string): Buffer {
  const once = newKeyPair();
  const { key, nonce } = secretOf(privateOf(once.privateKey), publicOf(publicKey), once.publicKey, purpose);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([once.publicKey, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
}

/** Throws an Error when it was sealed to another key or for another purpose, or has been changed since. */
export function unseal(privateKey: Buffer, sealed: Buffer, purpose: string): Buffer {
  const point = sealed.subarray(0, POINT_BYTES);
  const { key, nonce } = secretOf(privateOf(privateKey), publicOf(point), point, purpose);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(POINT_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** Key and nonce are used once only, because the sender's half is new for every box. */
function secretOf(own: KeyObject, theirs: KeyObject, senders: Buffer, purpose: string) {
  const agreed = diffieHellman({ privateKey: own, publicKey: theirs });
  const bytes = Buffer.from(hkdfSync('sha256', agreed, senders, purpose, KEY_BYTES + NONCE_BYTES));
  return { key: bytes.subarray(0, KEY_BYTES), nonce: bytes.subarray(KEY_BYTES) };
}

const publicOf = (key: Buffer) => createPublicKey({ key, type: 'spki', format: 'der' });
const privateOf = (key: Buffer) => createPrivateKey({ key, type: 'pkcs8', format: 'der' });
