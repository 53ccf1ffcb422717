import {
  createCipheriv,
  createDecipheriv,
  randomBytes,
  scrypt as scryptWithCallback,
  type ScryptOptions,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

const scrypt = promisify<string, Buffer, number, ScryptOptions, Buffer>(scryptWithCallback);

/** 32 MB and some tenths of a second for each guess, as OWASP advises for scrypt where memory is short. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const MOST_MEMORY = 64 * 1024 * 1024;
/** The first half tells whether a password is right; the second seals what only its owner is to open. */
const HALF = 32;

/** What a password is worth: the half that is kept, and the key that is never written down. */
export interface Derived {
  readonly hash: string;
  readonly key: Buffer;
}

/** Derives from a new password what is kept of it. */
export async function derive(password: string): Promise<Derived> {
  const salt = randomBytes(16);
  const [check, key] = await halvesOf(password, salt, COST);
  const { N, r, p } = COST;
  return { hash: ['scrypt', N, r, p, salt.toString('base64'), check.toString('base64')].join('$'), key };
}

/**
 * The key of a password that is right; `undefined` for a wrong one.
 *
 * @param hash absent: nobody has such an account; a key is made all the same, at the cost of a new password, so
 *   that the time taken hardly tells
 */
export async function keyOfPassword(password: string, hash: string | undefined): Promise<Buffer | undefined> {
  const [, N, r, p, salt = '', check = ''] = hash?.split('$') ?? [];
  if (hash === undefined) {
    await halvesOf(password, Buffer.alloc(16), COST);
    return undefined;
  }
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const [found, key] = await halvesOf(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(found, Buffer.from(check, 'base64')) ? key : undefined;
}

/** One password may be typed in more than one way: composed, with wide letters. */
async function halvesOf(
  password: string,
  salt: Buffer,
  cost: typeof COST,
): Promise<readonly [check: Buffer, key: Buffer]> {
  const options = { ...cost, maxmem: MOST_MEMORY };
  const whole = await scrypt(password.normalize('NFKC'), salt, 2 * HALF, options);
  return [whole.subarray(0, HALF), whole.subarray(HALF)];
}

/** Seals a text (AES-256-GCM), so that a store without the password tells nothing of it. */
export function seal(text: string, key: Buffer, person: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(person));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what was sealed. @throws Error where it was sealed for somebody else, or by another key */
export function unseal(sealed: string, key: Buffer, person: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(person))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
}
