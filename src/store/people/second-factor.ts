import { randomBytes } from 'node:crypto';
import { digestOf } from '../secrets.ts';

/** Seconds for which a code holds, and how many codes before and after the present one are taken: clocks differ. */
const PERIOD = 30;
const EITHER_SIDE = 1;

/** A secret that an app on a telephone makes codes of (RFC 6238), as text and as what is scanned. */
interface NewFactor {
  readonly secret: string;
  readonly uri: string;
}

/** Makes a second factor for an account. */
export async function newFactor(login: string): Promise<NewFactor> {
  const { Secret, TOTP } = await import('otpauth');
  const secret = new Secret({ size: 20 });
  const totp = new TOTP({ issuer: 'Slate', label: login, secret, period: PERIOD });
  return { secret: secret.base32, uri: totp.toString() };
}

/** The time step of a code that is right now; `undefined` for a wrong one. Whether it was used is known elsewhere. */
export async function codeStep(secret: string, code: string): Promise<number | undefined> {
  const { Secret, TOTP } = await import('otpauth');
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD });
  const timestamp = Date.now();
  const off = totp.validate({ token: code.replaceAll(/\s/g, ''), window: EITHER_SIDE, timestamp });
  if (off === null) return undefined;
  return Math.floor(timestamp / 1_000 / PERIOD) + off;
}

const RECOVERY_CODES = 10;
/** The 32 letters and figures that are left without `i`, `l`, `o` and `1`, which are misread most often. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz023456789';

/** Codes of 80 random bits that stand in for a lost telephone, each once: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % LETTERS.length]!);
    return letters.join('').replaceAll(/(?<=^(?:.{4})+)(?!$)/g, '-');
  });
}

/** What is kept of such a code, however it is typed; `undefined` for what is not a code. */
export function recoveryDigest(code: string): string | undefined {
  const letters = code.toLowerCase().replaceAll(/[\s-]/g, '');
  return /^[a-z0-9]{16}$/.test(letters) ? digestOf(letters) : undefined;
}
