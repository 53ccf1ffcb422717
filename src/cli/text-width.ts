import { createRequire } from 'node:module';
import type * as StringWidth from 'string-width';

/** Letters, digits and marks of one column each: those of Vietnamese and of the other Latin scripts. */
const PLAIN =
  /^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u1E00-\u1EFF\u2010-\u2027\u2030-\u205E\u2200-\u22FF]*$/;

const require = createRequire(import.meta.url);

/**
 * How many columns of a terminal a text takes. The package that knows every script compiles its
 * patterns when it is loaded, for as long as a small slate takes: so only where there is need of it.
 */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  const { default: stringWidth } = require('string-width') as typeof StringWidth;
  return stringWidth(text);
}
