import { type RawBuilder, sql } from 'kysely';

/**
 * That a column begins with a text, letter by letter: `like` takes `_` and `%` for any, and SQLite takes capitals for
 * small letters.
 */
export function beginsWith(column: string, text: string): RawBuilder<boolean> {
  return sql<boolean>`substr(${sql.ref(column)}, 1, ${sql.lit(Array.from(text).length)}) = ${text}`;
}
