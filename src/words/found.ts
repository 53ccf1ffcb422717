/** What stood where something else was expected, kept so that either language can say it. */
export type Found =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  | { readonly kind: 'nothing' | 'list' | 'fields' };

/** What was found, for a message. */
export function foundIn(value: unknown): Found {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value };
  }
  if (Array.isArray(value)) return { kind: 'list' };
  return { kind: typeof value === 'object' && value !== null ? 'fields' : 'nothing' };
}
