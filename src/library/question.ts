import { z } from 'zod';
import { openCaseOf, type OpenCase } from '../opening/open-case.ts';
import { type CaseSources, type DecisionsInput, type ScenarioSource } from '../opening/sources.ts';
import { PAPER_FORMATS, type PaperFormat, type PaperOptions, paperOptionsShape } from '../papers/paper.ts';
import { writePaper } from '../papers/write-paper.ts';
import { answerTo, openFor, type OptionsRead, problemsBefore, readOptions } from '../questions/asking.ts';
import { changesSchema, decisionsSchema } from '../questions/case-schema.ts';
import { QUESTIONS, type Questions } from '../questions/list.ts';
import type { AnswerOf, OptionsOf, QuestionDefinition } from '../questions/question.ts';
import { joined } from '../scenarios/scenario.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Language, LANGUAGES } from '../words/language.ts';
import { InputError, valueOf } from '../words/problem.ts';
import { checked } from './arguments.ts';
import { withAsyncListener } from './async-listener.ts';
import {
  aboutSlateSchema,
  type Besides,
  readAsked,
  type Running,
  type ScenariosInput,
  type SlateInput,
} from './read-asked.ts';

type Asked<Name extends keyof Questions, But extends PropertyKey = never> = Omit<
  OptionsOf<Questions[Name]>,
  But
> &
  Running;
type Answered<Name extends keyof Questions> = Promise<AnswerOf<Questions[Name]>>;

/** What differs from a question: changes of rules as a scenario writes them, decisions on persons, or both. */
export type QuestionChange = Extract<
  ScenarioSource,
  { rules?: unknown; size?: unknown; objective?: unknown }
> &
  DecisionsInput;

const changeSchema = z.strictObject({ ...changesSchema.shape, ...decisionsSchema.shape });

/**
 * Candidates, rules, units and decisions brought together, to be asked. It never changes, and may be asked
 * any number of things at once. Every method checks what it is asked. Stable: names of methods and options,
 * and the fields of answers; answers may get further fields.
 *
 * @throws InputError with all that is wrong with what is asked. {@link import('../words/fault.ts').SlateFault}
 *   for a fault of Slate itself. The signal's reason where it aborts; `TimeLimitError` where time ran out
 *   before there was anything to tell.
 */
export class Question {
  readonly #opened: OpenCase;

  /** Use {@link import('./open-question.ts').openQuestion}. @internal */
  constructor(opened: OpenCase) {
    this.#opened = opened;
  }

  /** The rules, with the scenario laid over them. */
  get ruleSet(): RuleSet {
    return this.#opened.ground.ruleSet;
  }

  /** The ids of the candidates, in the order of their pool. */
  get candidates(): readonly string[] {
    return this.#opened.pool.ids;
  }

  /** Does this slate keep the rules, and where not, who and why? */
  check(slate: SlateInput, options: Asked<'check'> = {}): Answered<'check'> {
    return this.#ask(QUESTIONS.check, options, { slate });
  }

  /** Which slate is best, and which really different ones come close? */
  propose(options: Asked<'propose'> = {}): Answered<'propose'> {
    return this.#ask(QUESTIONS.propose, options);
  }

  /** What can the pool give each rule alone? */
  capacity(options: Asked<'capacity'> = {}): Answered<'capacity'> {
    return this.#ask(QUESTIONS.capacity, options);
  }

  /** What are the fewest changes that mend a slate? */
  repair(slate: SlateInput, options: Asked<'repair'> = {}): Answered<'repair'> {
    return this.#ask(QUESTIONS.repair, options, { slate });
  }

  /** Who best replaces a member who withdraws? */
  replace(
    slate: SlateInput,
    candidate: string,
    options: Asked<'replace', 'candidate'> = {},
  ): Answered<'replace'> {
    return this.#ask(QUESTIONS.replace, { ...options, candidate }, { slate });
  }

  /** Why is somebody on the best slate, or not? */
  why(candidate: string, options: Asked<'why', 'candidate'> = {}): Answered<'why'> {
    return this.#ask(QUESTIONS.why, { ...options, candidate });
  }

  /** What does each bound of a rule cost? @param rule its id, or `size`. */
  cost(rule: string, options: Asked<'cost', 'rule'> = {}): Answered<'cost'> {
    return this.#ask(QUESTIONS.cost, { ...options, rule });
  }

  /** If no slate exists: which rules contradict each other, and which are the cheapest ways out? */
  diagnose(options: Asked<'diagnose'> = {}): Answered<'diagnose'> {
    return this.#ask(QUESTIONS.diagnose, options);
  }

  /** Is the proof that an answer carries sound, without believing anything that it says? */
  verify(proven: object, options: Asked<'verify', 'proven'> = {}): Answered<'verify'> {
    return this.#ask(QUESTIONS.verify, { ...options, proven });
  }

  /** What would these scenarios give, side by side? */
  compare(scenarios: ScenariosInput, options: Asked<'compare'> = {}): Answered<'compare'> {
    return this.#ask(QUESTIONS.compare, options, { scenarios });
  }

  /** What would other bounds give, over whole ranges? @param vary `women=9..15`, or `{ rule: 'women', from: 9, to: 15 }`. */
  sweep(
    vary: OptionsOf<Questions['sweep']>['vary'],
    options: Asked<'sweep', 'vary'> = {},
  ): Answered<'sweep'> {
    return this.#ask(QUESTIONS.sweep, { ...options, vary });
  }

  /**
   * What are the best compromises between two or three measures?
   *
   * @param measures `objective`, `size`, the id of a rule; `-id`, or `{ rule: 'id', better: 'low' }`: less is
   *   better.
   */
  tradeOff(
    measures: OptionsOf<Questions['tradeOff']>['measures'],
    options: Asked<'tradeOff', 'measures'> = {},
  ): Answered<'tradeOff'> {
    return this.#ask(QUESTIONS.tradeOff, { ...options, measures });
  }

  /** How does a slate stand if any one member drops out, or any two? */
  robustness(slate: SlateInput, options: Asked<'robustness'> = {}): Answered<'robustness'> {
    return this.#ask(QUESTIONS.robustness, options, { slate });
  }

  /** Who lacks which course for their place? */
  training(slate: SlateInput, options: Asked<'training'> = {}): Answered<'training'> {
    return this.#ask(QUESTIONS.training, options, { slate });
  }

  /** A slate or a plan as a file: data as CSV, or a roster to sign as XLSX, DOCX or HTML. */
  async paper(
    slate: SlateInput,
    format: PaperFormat,
    options: PaperOptions & { readonly language?: Language } = {},
  ): Promise<Uint8Array> {
    const { language = 'vi', ...others } = checked(paperCallSchema, { ...options, format });
    checked(aboutSlateSchema, { slate });
    const opened = valueOf(await openFor(QUESTIONS.check, this.#sources({ slate }), {}));
    const report = await answerTo(QUESTIONS.check, opened, {}, {});
    const [found] = QUESTIONS.check.slates?.(report, opened) ?? [];
    return writePaper(opened.asked, found!, others.format, { ...others, language });
  }

  /**
   * The same question under changed rules or with further decisions, which win over those made before.
   * Nothing is read again.
   */
  async with(change: QuestionChange): Promise<Question> {
    const { pin, exclude, together, apart, ...scenario } = valueOf(readOptions(changeSchema, change));
    const { ground } = this.#opened;
    const sources = this.#sources({
      decisions: joined(ground.decisions, {
        pin: pin ?? [],
        exclude: exclude ?? [],
        together: together ?? [],
        apart: apart ?? [],
      }),
      ...(Object.keys(scenario).length > 0 && { scenario }),
    });
    return new Question(valueOf(await openCaseOf(sources)));
  }

  /** The parts of this question as sources, which cost nothing to read again. */
  #sources(others: Partial<CaseSources>): CaseSources {
    const { pool, units, ground } = this.#opened;
    return {
      pool: { pool },
      rules: ground.ruleSet,
      ...(units !== undefined && { units: { table: units } }),
      decisions: ground.decisions,
      ...others,
    };
  }

  async #ask<Options extends z.ZodObject, Answer extends z.ZodType>(
    definition: QuestionDefinition<Options, Answer>,
    asked: object,
    besides: Besides = {},
  ): Promise<z.output<Answer>> {
    const { control, options } = readAsked(definition, asked, besides);
    control.signal?.throwIfAborted();
    const opened =
      definition.about === 'case'
        ? this.#knownToFit(definition, options)
        : valueOf(await openFor(definition, this.#sources(besides), options));
    const problems = await problemsBefore(definition, opened, options);
    if (problems.length > 0) throw new InputError(problems);
    const answer = await withAsyncListener(control, (heard) =>
      answerTo(definition, opened, options, { ...control, ...heard }),
    );
    // A handler gives what its schema describes; only the page, which does not trust the way, parses it again.
    return answer as z.output<Answer>;
  }

  /** The case as it is open. @throws InputError where the options do not fit it. */
  #knownToFit<Options extends z.ZodObject, Answer extends z.ZodType>(
    { wrong }: QuestionDefinition<Options, Answer>,
    options: OptionsRead<Options>,
  ): OpenCase {
    const { pool, ground } = this.#opened;
    const problems = wrong?.(options, { pool, rules: ground.ruleSet }) ?? [];
    if (problems.length > 0) throw new InputError(problems);
    return this.#opened;
  }
}

const paperCallSchema = z.strictObject({
  format: z.enum(PAPER_FORMATS),
  language: z.enum(LANGUAGES).optional(),
  ...paperOptionsShape,
});
