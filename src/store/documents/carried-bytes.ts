const BYTE_ORDER_MARK = '\uFEFF';
/** Shorter texts of these letters are words and numbers; no table is as short. */
const SHORTEST = 16;

/**
 * The bytes that a text may stand for: its own, those with the mark that a reader left out, and those that it
 * is base64 of.
 */
export function bytesMeant(text: string): readonly Buffer[] {
  const inBase64 = bytesInBase64(text);
  return [
    Buffer.from(text),
    Buffer.from(BYTE_ORDER_MARK + text),
    ...(inBase64 === undefined ? [] : [inBase64]),
  ];
}

/**
 * The bytes that a text is base64 of: so workbooks stand in drafts and in what jobs are asked; `undefined` for
 * other texts.
 */
export function bytesInBase64(text: string): Buffer | undefined {
  return text.length >= SHORTEST && /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}

/** Sizes that a text can have which stands for so many bytes: see {@link bytesMeant}. */
export function sizesOfCarriers(size: number): readonly number[] {
  const whole = 4 * Math.ceil(size / 3);
  return [size, size - BYTE_ORDER_MARK_BYTES, whole, Math.ceil((4 * size) / 3)];
}

const BYTE_ORDER_MARK_BYTES = 3;

/** All texts of a value, each with the name of its field. */
export function namedTextsIn(value: unknown, name = ''): readonly (readonly [name: string, text: string])[] {
  if (typeof value === 'string') return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    namedTextsIn(inner, Array.isArray(value) ? name : key),
  );
}
