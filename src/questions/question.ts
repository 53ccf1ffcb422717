import { z } from 'zod';
import type { OpenCase, PartsRead } from '../opening/open-case.ts';
import type { PaperSlate } from '../papers/paper.ts';
import type { Proof } from '../proofs/proof.ts';
import type { TaskControl } from '../slate/task.ts';
import type { Problem } from '../words/problem.ts';
import type { Division } from './division.ts';

/** How an answer is worked at, whatever the question: its time, who may stop it, who hears how far it is. */
export interface Control extends TaskControl {
  /** Whether everything else in the process goes first, as in a service. */
  readonly giveWay?: boolean;
  /** How long an answer without a proof waits to be confirmed by the second solver, in milliseconds; absent: briefly. */
  readonly confirmation?: number;
  /** A proof that was kept from before; where it holds for what is asked, none is looked for. */
  readonly kept?: Proof;
}

/** The same without what is `undefined`: an option that is left out is absent. */
export type WithoutUndefined<Options> = {
  readonly [Name in keyof Options as undefined extends Options[Name] ? never : Name]: Options[Name];
} & {
  readonly [Name in keyof Options as undefined extends Options[Name] ? Name : never]?: Exclude<
    Options[Name],
    undefined
  >;
};

/** What a question is about besides its case. */
export type About = 'case' | 'slate' | 'scenarios';

/**
 * One question that can be asked of a case: what may be asked, what is answered, and how. The method of the
 * library, the route with its part of the OpenAPI document, the options of the command and the calls of the
 * page are all made from it, so they cannot differ. A further question is one file here, its words, and a
 * view where people read its answer.
 */
export interface QuestionDefinition<
  Options extends z.ZodObject = z.ZodObject,
  Answer extends z.ZodType = z.ZodType,
  Besides extends About = About,
  Part extends z.ZodType = z.ZodType,
> {
  /** As the library's method has it; `trade-off` in paths and commands. */
  readonly name: string;
  readonly tag: 'Slates' | 'Explanations' | 'Scenarios';
  /** One English sentence without a full stop. */
  readonly summary: string;
  /** Whether it takes milliseconds, or may keep a solver busy. */
  readonly work: 'read' | 'solve';
  /** What it is about besides the case. */
  readonly about: Besides;
  /** The collection of its jobs over HTTP, where it may be asked as one. */
  readonly jobs?: string;
  /** How its jobs are divided among the processes of a store; absent: one process answers all of it. */
  readonly division?: Division<Options, Answer, Part>;
  /** Whether it is asked as a job alone: nobody holds a line open for it. */
  readonly jobAlone?: boolean;
  /** Whether it takes as long as it needs where no time limit is asked for. */
  readonly patient?: boolean;
  readonly options: Options;
  readonly answer: Answer;
  /** What is wrong with the options, as far as the parts tell that could be read; placed in the question. */
  readonly wrong?: (options: WithoutUndefined<z.output<Options>>, read: PartsRead) => readonly Problem[];
  /** What else can be known to be wrong, once the case is open and before the work begins. */
  readonly examine?: (
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
  ) => Promise<readonly Problem[]>;
  /** @throws InputError; TimeLimitError; the signal's reason. */
  readonly ask: (
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
    control: Control,
  ) => Promise<z.input<Answer>>;
  /**
   * The slates or plans that an answer holds, the best first: what can be written as a paper. Absent: an answer
   * holds none.
   */
  readonly slates?: (answer: z.input<Answer>, opened: OpenCase) => readonly PaperSlate[];
  /**
   * The same where an answer names slates without what the rules say of them: one for each that it could have,
   * in its order, `undefined` where there is none.
   */
  readonly papers?: (
    answer: z.input<Answer>,
    opened: OpenCase,
    options: WithoutUndefined<z.output<Options>>,
  ) => Promise<readonly (PaperSlate | undefined)[]>;
  /** What became of it, for metrics: a word out of a small set, never data. */
  readonly outcome?: (answer: z.input<Answer>) => string;
}

/** A question; its types follow from its schemas. */
export function question<
  Shape extends z.ZodRawShape,
  Answer extends z.ZodType,
  const Besides extends About,
  Part extends z.ZodType = z.ZodType,
>(
  definition: Omit<QuestionDefinition<z.ZodObject<Shape>, Answer, Besides, Part>, 'options'> & {
    readonly options: Shape;
  },
): QuestionDefinition<z.ZodObject<Shape>, Answer, Besides, Part> {
  const options: z.ZodObject<Shape> = z.strictObject(definition.options);
  return { ...definition, options };
}

/** `trade-off` of `tradeOff`. */
export function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Where a question is asked over HTTP. */
export function pathOf({ name }: Pick<QuestionDefinition, 'name'>): string {
  return `/api/v1/${kebab(name)}`;
}

/** The collection of the jobs of a question over HTTP, where it may be asked as one. */
export function jobsPathOf({ jobs }: Pick<QuestionDefinition, 'jobs'>): string | undefined {
  return jobs === undefined ? undefined : `/api/v1/${jobs}`;
}

/** Whether slates of an answer can be written as papers. */
export function findsPapers(asked: { readonly slates?: unknown; readonly papers?: unknown }): boolean {
  return asked.slates !== undefined || asked.papers !== undefined;
}

/** The slates of an answer that can be written as papers. */
export async function papersOf<Options extends z.ZodObject, Answer extends z.ZodType>(
  { slates, papers }: Pick<QuestionDefinition<Options, Answer>, 'slates' | 'papers'>,
  answer: z.input<Answer>,
  opened: OpenCase,
  options: WithoutUndefined<z.output<Options>>,
): Promise<readonly (PaperSlate | undefined)[]> {
  return (await papers?.(answer, opened, options)) ?? slates?.(answer, opened) ?? [];
}

/** The same to be read alone. */
type Unwritten<Value> = Value extends readonly (infer Item)[]
  ? readonly Unwritten<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Unwritten<Value[Key]> }
    : Value;

/** What may be asked of a question. */
export type OptionsOf<Asked> = Asked extends { readonly options: infer Options extends z.ZodObject }
  ? // Of an object without keys zod says that it has any, of no value.
    string extends keyof z.input<Options>
    ? object
    : Unwritten<z.input<Options>>
  : never;

/** What a question answers. */
export type AnswerOf<Asked> = Asked extends { readonly answer: infer Answer extends z.ZodType }
  ? z.output<Answer>
  : never;
