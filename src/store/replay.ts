import { z } from 'zod';
import type { Control } from '../questions/question.ts';
import { askAgain } from '../records/ask-again.ts';
import { InputError, problem } from '../words/problem.ts';
import { contentOf } from './documents/contents.ts';
import type { Database } from './database.ts';
import { enveloped, asWritten } from './documents/stored-json.ts';
import { type FrozenParts, hashesIn } from '../records/frozen-case.ts';
import { thawCase } from '../records/thawed-case.ts';
import { readRun, type Run } from './runs.ts';

/** What a run keeps of what was asked. */
interface AskedAndKept {
  readonly case: FrozenParts;
  /** As the question reads them. */
  readonly options: object;
}

const ASKED = enveloped<AskedAndKept>(
  z.looseObject({
    case: z.looseObject({ pool: z.looseObject({}), rules: z.looseObject({}) }),
    options: z.looseObject({}),
  }),
);

/** What came of asking again. */
interface Replayed {
  readonly run: Run;
  readonly same: boolean;
  /** Where the answers differ, as JSON pointers; of each branch the place nearest to the root that tells. */
  readonly differences: readonly string[];
  readonly answer: object;
}

/**
 * Asks once more what a run was asked, of the very bytes that it was asked with, and compares the answers.
 *
 * @throws InputError where there is no such run, its people were removed, or it can no longer be asked
 */
export async function replayRun(db: Database, body: string, id: string, control: Control): Promise<Replayed> {
  const found = await readRun(db, body, id);
  if (found.kind === 'unknown') throw new InputError([problem('store.no-run', { id })]);
  const removed = (at: string): InputError =>
    new InputError([problem('store.removed', { named: `run/${found.run.id}`, at })]);
  if (found.kind === 'removed') throw removed(found.at);
  const { run, asked, answer: before } = found;
  const { case: parts, options } = asWritten(ASKED, asked, `run/${run.id}`);
  const bytes = new Map<string, Uint8Array>();
  for (const hash of hashesIn(parts)) {
    const content = await contentOf(db, body, hash);
    if (content.kind === 'removed') throw removed(content.at);
    if (content.kind === 'there') bytes.set(hash, content.bytes);
  }
  const sources = thawCase(parts, (hash) => bytes.get(hash) ?? new Uint8Array());
  const { differences, answer } = await askAgain(
    { question: run.question, options, answer: before },
    sources,
    control,
  );
  return { run, same: differences.length === 0, differences, answer };
}
