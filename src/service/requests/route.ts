import { z } from 'zod';
import type { Role } from '../../store/roles.ts';
import { assuranceSchema } from '../../check/answer-parts.ts';
import { TimeLimitError, type TaskControl } from '../../slate/task.ts';
import type { Language } from '../../words/language.ts';
import { InputError, problem, type Problem } from '../../words/problem.ts';
import type { CachedReader } from '../cached-reader.ts';
import { readBody } from './json-body.ts';
import type { Tag } from '../openapi/tags.ts';
import { FileAnswer, type Reply } from './reply.ts';

/** What arrives in a reader thread: nothing of it has been parsed on the event loop. */
export interface RawRequest {
  /** The bytes of the body, decompressed; absent for `GET`. */
  readonly body?: Uint8Array;
  /** Parameters of the path. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The language of the texts that are worded for this client alone. */
  readonly language: Language;
}

/** What a handler is given: parsed and checked. */
interface Asked<Body, Parameters> {
  readonly body: Body;
  readonly parameters: Parameters;
  readonly language: Language;
}

/** Thrown by a handler where the thing that the path names does not exist. */
export class NotThere extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('not there');
    this.name = 'NotThere';
    this.problems = problems;
  }
}

/**
 * Which threads answer: `read` for what takes milliseconds, `solve` for what may keep a solver busy.
 * Long solves thus never keep a list of rule sets waiting.
 */
type Work = 'read' | 'solve';

/**
 * One thing that can be asked over HTTP. The express route, the OpenAPI document and the parsing in
 * the thread are all made from it, so they cannot differ.
 */
interface RouteDefinition<Body extends z.ZodType, Parameters extends z.ZodObject, Answer extends z.ZodType> {
  /** Unique; the `operationId` of the OpenAPI document and the label in metrics. */
  readonly operation: string;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/v1/rule-sets/{id}`. */
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly work: Work;
  /** What who asks must be allowed at least. */
  readonly role: Role;
  readonly parameters?: Parameters;
  /** Absent for `GET`. */
  readonly body?: Body;
  readonly answer: Answer;
  /** The media types of files that may be asked for instead; absent: none. */
  readonly fileTypes?: readonly string[];
  /** Whether nothing but such a file is answered. */
  readonly isFileAlone?: boolean;
  /**
   * Runs in a reader thread.
   *
   * @throws InputError for what is wrong with the question, {@link NotThere} for a path that names nothing.
   */
  readonly handle: (
    asked: Asked<z.output<Body>, z.output<Parameters>>,
    reader: CachedReader,
    control: TaskControl,
  ) => Promise<z.input<Answer> | FileAnswer<z.input<Answer>>>;
  /**
   * Runs where a question is examined before the work is accepted.
   *
   * @throws as `handle` does, for what can be known without the work.
   */
  readonly examine?: (
    asked: Asked<z.output<Body>, z.output<Parameters>>,
    reader: CachedReader,
  ) => Promise<void>;
  /** How an answer is shown to who asked this; absent: as it is. */
  readonly present?: (answer: z.input<Answer>, body: z.output<Body>) => unknown;
  /** What became of the question, for metrics: a word out of a small set, never data. */
  readonly outcome?: (answer: z.input<Answer>) => string;
}

/** A route with its types folded away. */
export interface Route {
  readonly operation: string;
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly work: Work;
  readonly role: Role;
  readonly parameters?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
  readonly fileTypes?: readonly string[];
  readonly isFileAlone?: boolean;
  /** The refusal of a question that is wrong as far as can be known without solving; nothing if it is sound. */
  readonly examine: (raw: RawRequest, reader: CachedReader) => Promise<Reply | undefined>;
  /** Parses the question, asks the handler and writes the answer; what is wrong becomes a refusal. */
  readonly reply: (raw: RawRequest, reader: CachedReader, control: ControlOf) => Promise<Reply>;
}

/** Makes the control of a task once the time limit that the body asks for is known. */
type ControlOf = (asked: { readonly timeLimitMs?: number }) => TaskControl;

/** Makes a route of its definition. */
export function route<
  Answer extends z.ZodType,
  Body extends z.ZodType = z.ZodUndefined,
  Parameters extends z.ZodObject = z.ZodObject,
>(definition: RouteDefinition<Body, Parameters, Answer>): Route {
  const { handle, outcome, present, examine: look, ...rest } = definition;
  const parse = ({ body, parameters, language }: RawRequest): Asked<z.output<Body>, z.output<Parameters>> =>
    // Both are parsed by the very schemas that the definition's types come from.
    ({
      body: parsedBody(body ?? new Uint8Array(), definition.body),
      parameters: parsedParameters(parameters, definition.parameters),
      language,
    }) as Asked<z.output<Body>, z.output<Parameters>>;
  const examine: Route['examine'] = async (raw, reader) =>
    orRefusal(async () => {
      await look?.(parse(raw), reader);
      return undefined;
    });
  const reply: Route['reply'] = async (raw, reader, control) =>
    orRefusal(async () => {
      const asked = parse(raw);
      const found = await handle(asked, reader, control(timeLimitIn(asked.body)));
      if (found instanceof FileAnswer) {
        const told = outcome?.(found.answer) ?? 'answered';
        return { kind: 'answer', json: found.bytes, file: found.file, outcome: told };
      }
      const answer = found;
      const shown = present === undefined ? answer : present(answer, asked.body);
      return answered(shown, outcome?.(answer) ?? 'answered');
    });
  return { ...rest, examine, reply };
}

/** What comes of a question, or what is wrong with it. */
async function orRefusal<Result>(answer: () => Promise<Result>): Promise<Result | Reply> {
  try {
    return await answer();
  } catch (error) {
    return refusalOf(error);
  }
}

/** What is wrong with the question, as a value; what is wrong with us is thrown on. */
function refusalOf(error: unknown): Reply {
  if (error instanceof BadBody) return { kind: 'refused', status: 400, problems: error.problems };
  if (error instanceof InputError) {
    const { problems, notices } = error;
    return { kind: 'refused', status: 422, problems, ...(notices.length > 0 && { notices }) };
  }
  if (error instanceof NotThere) return { kind: 'refused', status: 404, problems: error.problems };
  if (error instanceof TimeLimitError) return { kind: 'late' };
  throw error;
}

function answered(answer: unknown, outcome: string): Reply {
  const { assurance } = sureSchema.safeParse(answer).data ?? {};
  const json = new TextEncoder().encode(JSON.stringify(answer));
  return { kind: 'answer', json, outcome, ...(assurance !== undefined && { assurance }) };
}

const sureSchema = z.object({ assurance: assuranceSchema.optional() });

/** The body is no JSON, or not of the shape that the route takes. */
class BadBody extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('bad body');
    this.problems = problems;
  }
}

function parsedBody(bytes: Uint8Array, schema: z.ZodType | undefined): unknown {
  if (schema === undefined) return undefined;
  const read = readBody(bytes, schema);
  if (!read.ok) throw new BadBody(read.problems);
  return read.value;
}

/** A parameter that cannot name anything names nothing: 404, not 400. */
function parsedParameters(raw: RawRequest['parameters'], schema: z.ZodObject | undefined): unknown {
  if (schema === undefined) return {};
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw new NotThere([problem('service.nothing-there', undefined)]);
}

const timeLimitSchema = z.object({ timeLimitMs: z.number().optional() });

function timeLimitIn(body: unknown): { readonly timeLimitMs?: number } {
  const { data } = timeLimitSchema.safeParse(body);
  return data?.timeLimitMs === undefined ? {} : { timeLimitMs: data.timeLimitMs };
}
