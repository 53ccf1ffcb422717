import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES } from '../../src/words/language.ts';

/** The catalogue is put together out of many files: of two sentences under one key the later one would be told for both. */
it.each(LANGUAGES)('no sentence of the command line stands under the key of another (%s)', (language) => {
  const folder = join('src/words', language);
  const keys = readdirSync(folder).flatMap((file) =>
    Array.from(
      readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'(cli\.[\w.-]+)':/gm),
      ([, key]) => key!,
    ),
  );
  expect(keys.length).toBeGreaterThan(200);
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});
