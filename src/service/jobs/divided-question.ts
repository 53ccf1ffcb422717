import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { OpenCase } from '../../opening/open-case.ts';
import { type CaseSources, QUESTION } from '../../opening/sources.ts';
import { VERSION } from '../../opening/version.ts';
import { openFor } from '../../questions/asking.ts';
import type { Division } from '../../questions/division.ts';
import type { QuestionDefinition, WithoutUndefined } from '../../questions/question.ts';
import { withGrace } from '../../rules/checkpoint.ts';
import { Task, TimeLimitError, type TaskControl } from '../../slate/task.ts';
import { InputError, problem, valueOf } from '../../words/problem.ts';
import type { CachedReader } from '../cached-reader.ts';
import { partsOf } from '../routes/question-routes.ts';

/** The keys of all parts: parts with equal keys come to the same; `ground`: a hash of all that they are about. */
export const partKeysSchema = z.object({ keys: z.array(z.string()).readonly(), ground: z.string() });

/** What came of parts, each with its key if it is for good, else `''`; `late`: the time of the question is up. */
export const foundSchema = z.object({
  found: z.array(z.object({ part: z.int(), key: z.string(), outcome: z.looseObject({}) })),
  late: z.boolean(),
});

/** The code of the problem that a file was changed while parts of it were worked on. */
export const FILES_CHANGED = 'service.files-changed';

/** What the parts of a question were about when its job began; absent: that is not known of it. */
export interface OnGround {
  readonly ground?: string;
}

/** What a thread is asked besides the question: some parts of it. */
export interface SomeParts extends OnGround {
  readonly parts: readonly number[];
  /** Milliseconds since the job began. */
  readonly spentMs: number;
  /** Milliseconds after which it begins no part any more. */
  readonly beginForMs: number;
}

/** A question of which the case is open. */
interface Opened {
  readonly of: OpenCase;
  readonly sources: CaseSources;
  readonly options: WithoutUndefined<Record<string, unknown>>;
}

/** What threads do of a question that is divided. */
export class DividedQuestion {
  readonly #asked: QuestionDefinition;
  readonly #division: Division;

  constructor(asked: QuestionDefinition, division: Division) {
    this.#asked = asked;
    this.#division = division;
  }

  /**
   * Opens the case of a question.
   *
   * @param ground what it was about when the job began; absent: it begins now
   * @throws InputError where a file that it names was changed since: parts of both would make no answer
   */
  async open(
    body: Readonly<Record<string, unknown>>,
    reader: CachedReader,
    control: TaskControl,
    ground?: string,
  ): Promise<Opened> {
    const { sources, options } = partsOf(body);
    const checkpoint = withGrace(new Task({ ...control, timeLimitMs: Infinity }));
    const opened = {
      of: valueOf(await openFor(this.#asked, sources, options, { reader, checkpoint })),
      sources,
      options,
    };
    if (ground !== undefined && ground !== (await this.ground(opened, control.signal))) {
      throw new InputError([problem(FILES_CHANGED, undefined, { file: QUESTION, field: '' })]);
    }
    return opened;
  }

  /** A hash of the candidates, and of all that is asked of them. Another version of Slate reads the same. */
  async ground({ of, options }: Opened, signal?: AbortSignal): Promise<string> {
    const { asked } = of;
    const parts = await this.#division.said(of, options, signal);
    return sha256([asked.pool.sha256, asked.placement?.unitsSha256, ...parts]);
  }

  /** Hashes of the candidates, however they are read, of what is asked of them, and of the version of Slate. */
  async keys({ of, sources, options }: Opened, signal?: AbortSignal): Promise<readonly string[]> {
    const { pool, units } = sources;
    const { asked } = of;
    const ground = sha256([
      VERSION,
      this.#asked.name,
      pool,
      asked.pool.sha256,
      units,
      asked.placement?.unitsSha256,
    ]);
    const parts = await this.#division.said(of, options, signal);
    return parts.map((said) => sha256([ground, said]));
  }

  /** @throws TimeLimitError where the time is up and some parts make no answer */
  async find(
    opened: Opened,
    { parts, spentMs, beginForMs }: SomeParts,
    control: TaskControl,
  ): Promise<z.input<typeof foundSchema>> {
    const { find, isFinal, mayBePartial } = this.#division;
    const { of, options } = opened;
    const left =
      Math.min(Number(options['timeLimitMs'] ?? Infinity), control.timeLimitMs ?? Infinity) - spentMs;
    if (left <= 0) {
      if (!mayBePartial) throw new TimeLimitError();
      return { found: [], late: true };
    }
    const within = { ...control, timeLimitMs: left, beginFor: Math.min(beginForMs, left) };
    const found = await find(of, options, parts, within);
    // Of nothing there is nothing to be known by: whoever was stopped looks for no more.
    const keys = found.size === 0 ? [] : await this.keys(opened, control.signal);
    return {
      late: false,
      found: [...found].map(([part, outcome]) => ({
        part,
        key: isFinal(outcome) ? keys[part]! : '',
        outcome: outcome as Record<string, unknown>,
      })),
    };
  }
}

function sha256(said: unknown): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex');
}
