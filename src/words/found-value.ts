/** What stood where something else was expected, kept so that either language can say it. */
export type Found =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean }
  | { readonly kind: 'nothing' | 'list' | 'fields' };

/** Characters of a text that a message repeats; more would hide what it says. */
const MOST_SHOWN = 80;

/** The beginning of a text, as much as a message repeats. */
export function shortened(text: string): string {
  // A letter of two units that the cut would halve is left out.
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** What was found, for a message. */
export function foundIn(value: unknown): Found {
  if (typeof value === 'string') return { kind: 'scalar', value: shortened(value) };
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value };
  }
  if (Array.isArray(value)) return { kind: 'list' };
  return { kind: typeof value === 'object' && value !== null ? 'fields' : 'nothing' };
}

/**
 * Why a text is not YAML, found where people went wrong rather than where a parser gave up: an open quote
 * shows there as a strange line twenty lines on, a missing brace as five messages about what follows it.
 */
export type YamlCause =
  /** Tabs before the text of these lines; offsets are of the first. */
  | { readonly what: 'tabs'; readonly offset: number; readonly lines: number }
  | { readonly what: 'open-quote'; readonly offset: number; readonly quote: string }
  | { readonly what: 'open-bracket'; readonly offset: number; readonly bracket: string }
  | { readonly what: 'stray-bracket'; readonly offset: number; readonly bracket: string }
  /** In braces, the key of a value that follows another without a comma. */
  | { readonly what: 'no-comma'; readonly offset: number; readonly key: string }
  /** A line that is level with nothing before it; `levels` are those that it could have, in spaces. */
  | {
      readonly what: 'indent';
      readonly offset: number;
      readonly found: number;
      readonly levels: readonly number[];
    };
