/**
 * Reading what was written, whatever its shape. The checks of meaning run beside the check of shape,
 * on the same data: where the shape is wrong these answer "nothing there", because that error is
 * reported already.
 */
export type Fields = Readonly<Record<string, unknown>>;

/** Where something stands in a file: keys and indexes from the top. */
export type Path = readonly (string | number)[];

/** Whether this is an object with fields, not a list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The fields of an object; none for anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The items of a list; none for anything else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or `undefined` for anything else. */
export function writtenText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A whole number from 0 up, or `undefined` for anything else. */
export function wholeIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/** What stands at a path; `undefined` if there is nothing. */
export function valueAt(top: unknown, path: Path): unknown {
  let value = top;
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step];
    else if (isFields(value) && Object.hasOwn(value, step)) value = value[String(step)];
    else return undefined;
  }
  return value;
}
