/**
 * Slate as a library: open a question of candidates, rules, units and decisions, and ask it. What is wrong
 * with an input is a value (`Problem`) with its place, whatever is answered a plain object whose shape is
 * that of HTTP and of `--json`. What is exported here is stable unless it says otherwise.
 *
 * ```ts
 * const question = await openQuestion({ pool: { file: 'pool.csv' }, rules: { id: 'hai-duong-2020' } });
 * const { status, slates } = await question.propose({ alternatives: 3 });
 * ```
 *
 * @module
 */
import { QUESTIONS } from './questions/list.ts';

export { type AssemblyFiles, importAssembly, splitRespondents } from './library/assemblies.ts';
export type { ImportedAssembly } from './assemblies/import-assembly.ts';
export type { SplitRespondents } from './assemblies/split-respondents.ts';
export { type BatchOptions, solveBatch } from './library/batch.ts';
export { type DeliverySources, diffPools, mergePools, type PoolsDiff } from './library/deliveries.ts';
export type { DeliveredCell, DeliveredLine, SwappedColumn } from './pool/deliveries.ts';
export { openQuestion, type QuestionSources, readQuestion } from './library/open-question.ts';
export { Question, type QuestionChange } from './library/question.ts';
export type { Running, ScenariosInput, SlateInput } from './library/read-asked.ts';
export { listRules, loadRules } from './library/rules.ts';
export {
  replay,
  report,
  type Reported,
  type ReportedQuestion,
  type ReportSources,
} from './library/reports.ts';
export type { Replay } from './records/replay-report.ts';
export { closeThreads } from './library/threads.ts';
export { ThreadsClosedError } from './optimize/threads/threads-closed.ts';
export { describeRule } from './rules/describe.ts';
export type { Rule, RuleSet } from './rules/rule-set.ts';
export type { Decisions } from './pool/decisions.ts';
export type { Capacity, SetAside } from './check/answer-parts.ts';
export type { CheckAnswer, Report, RuleReport } from './check/check-answer.ts';
export type { NearBest, Proposal, Slate } from './slate/propose-answer.ts';
export type { Repair } from './slate/repair-answer.ts';
export type { Diagnosis, QuotaCost, Replacement, WhyAnswer } from './explain/answers.ts';
export type { Batch, BatchOutcome, BatchResult } from './batch/answers.ts';
export type { KeptResults } from './batch/kept-results.ts';
export type { BatchAnswer } from './batch/run-batch.ts';
export type { Comparison, Robustness, Sweep, TradeOff } from './scenarios/answers.ts';
export type { TrainingNeed } from './placements/training.ts';
export { TimeLimitError } from './slate/task.ts';
export { SlateFault } from './words/fault.ts';
export { describeProblem, InputError, type Place, type Problem, type Reading } from './words/problem.ts';
export type { Language, Text } from './words/language.ts';
export type { PaperFormat, PaperOptions } from './papers/paper.ts';
export { VERSION } from './opening/version.ts';

/** The zod schemas of every question: what may be asked beyond its case, and what is answered. */
export const schemas = Object.fromEntries(
  Object.entries(QUESTIONS).map(([name, { options, answer }]) => [name, { options, answer }]),
) as unknown as {
  readonly [Name in keyof typeof QUESTIONS]: Pick<(typeof QUESTIONS)[Name], 'options' | 'answer'>;
};
