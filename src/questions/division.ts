import type { z } from 'zod';
import type { OpenCase } from '../opening/open-case.ts';
import type { TaskControl } from '../slate/task.ts';
import type { WithoutUndefined } from './question.ts';

/** How some parts of a question are worked at. */
interface PartsControl extends TaskControl {
  /** Milliseconds after which no part is begun any more, though one is in any case. */
  readonly beginFor: number;
}

/** What was found of parts, by their number. */
type FoundParts<Part extends z.ZodType> = ReadonlyMap<number, z.output<Part>>;

/**
 * How a question is divided into parts that different processes answer, each by itself, and how the whole is
 * made of them. The question itself asks all parts and joins them, so that both ways come to the same.
 */
export interface Division<
  Options extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  Part extends z.ZodType = z.ZodType,
> {
  /** What is found of a part. */
  readonly part: Part;
  /**
   * What each part is about besides the candidates: parts of two questions about the same candidates that say
   * the same are one, and answered once. The same for the same question, whoever asks it and when.
   *
   * @throws the reason of `signal`
   */
  readonly said: (
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
    signal?: AbortSignal,
  ) => readonly string[] | Promise<readonly string[]>;
  /** How many parts at the end are beside those that people count, such as the case as it stands. */
  readonly beside: number;
  /** @throws TimeLimitError; what is found when `signal` aborts is the answer. */
  readonly find: (
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
    parts: readonly number[],
    control: PartsControl,
  ) => Promise<ReadonlyMap<number, z.input<Part>>>;
  /** Whether more time could not change what was found. */
  readonly isFinal: (found: z.output<Part>) => boolean;
  /** Whether an answer can be made of some of the parts. */
  readonly mayBePartial: boolean;
  /** @param milliseconds that the work took. @throws the reason of `signal` */
  readonly join: (
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
    found: FoundParts<Part>,
    milliseconds: number,
    signal?: AbortSignal,
  ) => Promise<z.input<Answer>>;
}
