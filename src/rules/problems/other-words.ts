/** What people call keys elsewhere, and what they are called here; of what stands inside another key, how. */
export const OTHER_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['zipper', ['alternate']],
  ['then', ['need']],
  ['if', ['where']],
  ['when', ['where']],
  ['forEach', ['of']],
  ['groupBy', ['forEach', 'of']],
  ['for each', ['forEach', 'of']],
  ['atLeast', ['min']],
  ['at least', ['min']],
  ['minimum', ['min']],
  ['atMost', ['max']],
  ['at most', ['max']],
  ['maximum', ['max']],
  ['fact', ['satisfy: { fact, operator, value }']],
  ['columns', ['facts']],
]);

/** Types as other languages call them. */
export const OTHER_TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  enum: 'text',
  list: 'text',
  array: 'text',
  int: 'number',
  integer: 'number',
  float: 'number',
  decimal: 'number',
  bool: 'boolean',
  datetime: 'date',
};

/** Keys whose value people most often write in another shape, and the name of the one that is needed. */
export const SHAPE_OF_KEY: Readonly<Record<string, string>> = {
  rules: 'rules',
  within: 'within',
  table: 'table-beside',
  to: 'proportion-to',
};
