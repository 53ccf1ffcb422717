import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits to be given away once, as a text without signs that an address or a cookie would escape. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What a store keeps of a secret in hexadecimal digits: of what is random a plain hash tells nothing. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A name for something new that nobody has used yet: 48 random bits in hexadecimal digits. */
export function newId(): string {
  return randomBytes(6).toString('hex');
}
