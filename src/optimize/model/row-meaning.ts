/** What a row of the program says. `rule` and `row` index `DecidedCase.rules` and their rows. */
export type RowMeaning =
  | { readonly kind: 'size' }
  | { readonly kind: 'rule'; readonly rule: number; readonly row: number }
  | { readonly kind: 'structure'; readonly name: string; readonly row: number }
  | { readonly kind: 'pin' | 'exclude' | 'together' | 'apart' | 'differ'; readonly index: number };

/** Adds a row to a model under construction and returns its index. */
export type AddRow = (meaning: RowMeaning, name: string, lower: number, upper: number) => number;
