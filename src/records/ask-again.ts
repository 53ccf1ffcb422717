import type { OpenCase } from '../opening/open-case.ts';
import { DirectReader, type CaseReader } from '../opening/reader.ts';
import type { CaseSources } from '../opening/sources.ts';
import { answerTo, openFor, problemsBefore, readOptions } from '../questions/asking.ts';
import type { Control } from '../questions/question.ts';
import { InputError, valueOf } from '../words/problem.ts';
import { canonical } from './canonical.ts';
import { plain, questionNamed } from './record.ts';

/** What was asked once, and what was answered then. */
interface AskedBefore {
  readonly question: string;
  /** As the question reads them. */
  readonly options: object;
  readonly answer: object;
}

/** What came of asking again. */
interface AskedAgain {
  readonly answer: object;
  /** Where the answers differ, as JSON pointers; of each branch the place nearest to the root that tells. */
  readonly differences: readonly string[];
  readonly opened: OpenCase;
}

/** How it is asked again. */
interface AskingAgain {
  readonly reader?: CaseReader | undefined;
  /** What of the new answer is held against the old one. */
  readonly compared?: ((answer: Readonly<Record<string, unknown>>, opened: OpenCase) => object) | undefined;
}

function asItIs(answer: object): object {
  return answer;
}

/**
 * How an answer was come by, which is no part of it: time, which solver was first, and the very proof that
 * it found: each run finds its own. Answers of older versions have limits and a proof that was known among
 * their inputs.
 */
const HOW: ReadonlySet<string> = new Set([
  'milliseconds',
  'seconds',
  'confirmation',
  'solver',
  'proof',
  'assurance',
  'noFurther',
  'timeLimitMs',
  'kept',
]);

/**
 * Asks once more what was asked, of the very bytes that it was asked with, and compares the answers.
 *
 * @throws InputError where it can no longer be asked
 */
export async function askAgain(
  { question: name, options, answer: before }: AskedBefore,
  sources: CaseSources,
  control: Control,
  { reader = new DirectReader(), compared = asItIs }: AskingAgain = {},
): Promise<AskedAgain> {
  const question = questionNamed(name);
  const read = valueOf(readOptions(question.options, options));
  const opened = valueOf(await openFor(question, sources, read, { reader }));
  const problems = await problemsBefore(question, opened, read);
  if (problems.length > 0) throw new InputError(problems);
  const answer = (await answerTo(question, opened, read, control)) as object;
  const after = compared(plain(answer), opened);
  return { answer, differences: differencesOf(before, JSON.parse(canonical(after)), ''), opened };
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
