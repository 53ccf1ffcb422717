import { z } from 'zod';
import type { ScenariosSource, SlateSource } from '../opening/sources.ts';
import { type OptionsRead, readOptions } from '../questions/asking.ts';
import { timeLimit } from '../questions/options.ts';
import type { Control, QuestionDefinition } from '../questions/question.ts';
import { InputError } from '../words/problem.ts';
import { textOrBytes } from './arguments.ts';

/** What every question takes: how long it may take, what stops it, who hears how far it is. */
export interface Running {
  /** Milliseconds for the whole answer; absent: 60,000, and for a sweep as long as it takes. */
  readonly timeLimitMs?: number | undefined;
  /** Aborting ends the work; the promise is rejected with the signal's reason, but a sweep answers what it has. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Called with whole steps done of all steps. May be asynchronous: nobody waits for it between two steps, but where
   * it throws or its promise is rejected, the work ends and fails with that.
   */
  readonly onProgress?: ((done: number, total: number) => void | Promise<void>) | undefined;
}

/** A slate or a plan: ids, or a table as `slate check` takes. */
export type SlateInput = Exclude<SlateSource, { unreadable: unknown }>;
/** Scenarios as a scenario file writes them, or such a file. */
export type ScenariosInput = Exclude<ScenariosSource, { unreadable: unknown }>;
const called = z.string().optional();
const slateSchema = z.union([
  z.array(z.string()),
  z.looseObject({ members: z.array(z.string()) }),
  z.strictObject({ file: z.string() }),
  z.strictObject({ csv: textOrBytes, called }),
]);
const ids = z.array(z.string()).optional();
const scenariosSchema = z.union([
  z.array(z.looseObject({})),
  z.strictObject({ file: z.string(), ids }),
  z.strictObject({ besideRules: z.string(), ids }),
  z.strictObject({ yaml: textOrBytes, ids, called, shown: called }),
]);

/** What a question is asked about besides its case; what a method passes on must be there. */
const besidesSchemas = { slate: slateSchema, scenarios: scenariosSchema };

/** What a question is asked about besides its case. */
export interface Besides {
  readonly slate?: SlateInput;
  readonly scenarios?: ScenariosInput;
}

/** A question that is about a slate must have one. */
export const aboutSlateSchema = z.object({ slate: slateSchema });

const runningSchema = z.object({
  timeLimitMs: timeLimit(),
  signal: z.instanceof(AbortSignal).optional(),
  onProgress: z.custom<NonNullable<Running['onProgress']>>((value) => typeof value === 'function').optional(),
});

/** What is asked of a question, checked: its options, and how it runs. @throws InputError with everything that is wrong. */
export function readAsked<Options extends z.ZodObject, Answer extends z.ZodType>(
  { options: schema }: QuestionDefinition<Options, Answer>,
  asked: object,
  besides: Besides,
): { readonly control: Control; readonly options: OptionsRead<Options> } {
  const fields = readOptions(z.looseObject({}), asked);
  if (!fields.ok) throw new InputError(fields.problems);
  const { signal, onProgress, ...written } = fields.value as Running;
  // Where a time limit is an option of the question, it is checked and passed on as one.
  const { timeLimitMs, ...others } = written;
  const isOption = 'timeLimitMs' in schema.shape;
  const options = readOptions(schema, isOption ? written : others);
  const running = readOptions(runningSchema, { signal, onProgress, ...(!isOption && { timeLimitMs }) });
  const about = readOptions(z.object(pick(besidesSchemas, besides)), besides);
  const problems = [options, running, about].flatMap((each) => (each.ok ? [] : each.problems));
  if (!running.ok || !options.ok || problems.length > 0) throw new InputError(problems);
  return { control: running.value, options: options.value };
}

/** The schemas of what is given, by the names under which it is. */
function pick(schemas: typeof besidesSchemas, given: Besides): Partial<typeof besidesSchemas> {
  return {
    ...('slate' in given && { slate: schemas.slate }),
    ...('scenarios' in given && { scenarios: schemas.scenarios }),
  };
}
