/**
 * `npm start`: the main job at once. Proposes a slate from the pool and the rules of the reference
 * case, then serves; further arguments (`-- --port 3000`) are those of `slate serve`, `--lang` both's.
 */
import { fileURLToPath } from 'node:url';
import { relative } from 'node:path';
import { chosenLanguage } from './options/chosen-language.ts';
import { runInTerminal } from './terminal.ts';

const rest = process.argv.slice(2);
const pool = fileURLToPath(new URL('../../fixtures/hai-duong/pool.csv', import.meta.url));
const propose = [
  'propose',
  '--pool',
  relative(process.cwd(), pool),
  '--rules',
  'hai-duong-2020',
  '--lang',
  chosenLanguage(rest, process.env),
];

process.stderr.write(`$ slate ${propose.join(' ')}\n\n`);
await runInTerminal(propose);
if (process.exitCode === 0) {
  process.stderr.write(`\n$ slate ${['serve', ...rest].join(' ')}\n`);
  await runInTerminal(['serve', ...rest]);
}
