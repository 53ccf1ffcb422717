import { DirectReader } from '../opening/reader.ts';
import { answerTo, openFor, problemsBefore, readOptions } from '../questions/asking.ts';
import { QUESTIONS } from '../questions/list.ts';
import type { Control, QuestionDefinition } from '../questions/question.ts';
import { InputError, problem, valueOf } from '../words/problem.ts';
import { canonical } from './canonical.ts';
import { contentOf } from './contents.ts';
import type { Database } from './database.ts';
import { type FrozenParts, thawCase } from './frozen-case.ts';
import { readRun, type Run } from './runs.ts';

/** What a run keeps of what was asked. */
export interface AskedAndKept {
  readonly case: FrozenParts;
  /** As the question reads them. */
  readonly options: object;
}

/** What came of asking again. */
export interface Replayed {
  readonly run: Run;
  readonly same: boolean;
  /** Where the answers differ, as JSON pointers; of each branch the place nearest to the root that tells. */
  readonly differences: readonly string[];
  readonly answer: object;
}

/**
 * How an answer was come by, which is no part of it: time, which solver was first, and the very proof that
 * it found: each run finds its own.
 */
const HOW: ReadonlySet<string> = new Set([
  'milliseconds',
  'seconds',
  'confirmation',
  'solver',
  'proof',
  'assurance',
]);

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
  if (found.kind === 'removed') throw removed(found.run.answeredAt);
  const { run, asked, answer: before } = found;
  const { case: parts, options } = asked as AskedAndKept;
  const bytes = new Map<string, Uint8Array>();
  for (const hash of hashesIn(parts)) {
    const content = await contentOf(db, body, hash);
    if (content.kind === 'removed') throw removed(content.at);
    if (content.kind === 'there') bytes.set(hash, content.bytes);
  }
  const sources = thawCase(parts, (hash) => bytes.get(hash) ?? new Uint8Array());
  const question = questionNamed(run.question);
  const read = valueOf(readOptions(question.options, options));
  const opened = valueOf(await openFor(question, sources, read, { reader: new DirectReader() }));
  const problems = await problemsBefore(question, opened, read);
  if (problems.length > 0) throw new InputError(problems);
  const answer = (await answerTo(question, opened, read, control)) as object;
  const differences = differencesOf(before, JSON.parse(canonical(answer)), '');
  return { run, same: differences.length === 0, differences, answer };
}

function questionNamed(name: string): QuestionDefinition {
  const all: Readonly<Record<string, unknown>> = QUESTIONS;
  const found = all[name];
  if (found === undefined) throw new Error(`no question ${name}`);
  return found as QuestionDefinition;
}

/** Every hash that stands under `content`. */
function hashesIn(parts: FrozenParts): readonly string[] {
  return Object.values(parts).flatMap((part: object) => ('content' in part ? [String(part.content)] : []));
}

function differencesOf(before: unknown, after: unknown, at: string): readonly string[] {
  if (isBranch(before) && isBranch(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys]
      .filter((key) => !HOW.has(key))
      .flatMap((key) => differencesOf(before[key], after[key], `${at}/${key}`));
  }
  return canonical(before) === canonical(after) ? [] : [at];
}

/** An object, or a list that is compared by its places. */
function isBranch(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
