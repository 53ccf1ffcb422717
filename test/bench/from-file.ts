import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import { valueOf } from '../../src/words/problem.ts';
import { type Variant, ruleSetOf } from './instances.ts';
import { ourPath } from './our-path.ts';
import { peakMemory } from './peak-memory.ts';
import { processorTime } from './peers.ts';

/**
 * One measurement from a file in a process of its own, so that the peak of its memory is its own:
 * `node from-file.ts optimum FILE VARIANT` or `node from-file.ts parse FILE`. Prints one line of JSON.
 */
const [, , what, file, variant] = process.argv;

async function parseOnly(path: string): Promise<number> {
  let rows = 0;
  for await (const _ of createReadStream(path, { highWaterMark: 1 << 20 }).pipe(parse({ bom: true })))
    rows += 1;
  return rows;
}

const began = performance.now();
const spent = processorTime();
if (what === 'parse') {
  const rows = await parseOnly(file!);
  tell({ rows });
} else {
  const pool = valueOf(await readPoolFile(file!));
  const read = spent();
  const answer = await ourPath(pool, await ruleSetOf(variant as Variant));
  tell({ ...answer, read });
}

function tell(figures: object): void {
  const megabytes = peakMemory();
  console.log(
    JSON.stringify({ ...figures, milliseconds: spent(), elapsed: performance.now() - began, megabytes }),
  );
}
