/**
 * Slate as a library: read candidates and rules, bring them together as a case, and ask. Whatever can
 * be wrong with an input is a value (`Reading`, `Problem`), whatever is answered a plain object.
 *
 * @module
 */
export { readPoolCsv, readPoolFile } from './pool/read-csv.ts';
export { poolFromCandidates } from './pool/read-candidates.ts';
export type { Pool, PoolReading } from './pool/pool.ts';
export { listRuleSets, loadRuleSet, parseRuleSet } from './rules/load.ts';
export { describeRule } from './rules/describe.ts';
export type { RuleSet } from './rules/rule-set.ts';
export { readUnits, readUnitsFile } from './placements/read-units.ts';
export { openPlacement } from './placements/placement.ts';
export { openCase } from './slate/case.ts';
export type { Decisions, ProposeOptions, SlateCase, TaskControl } from './slate/requests.ts';
export { checkSlate } from './slate/check.ts';
export { propose } from './slate/propose.ts';
export { verifyAnswer } from './slate/verify-answer.ts';
export { repairSlate } from './slate/repair.ts';
export type { Proposal, Report, RuleReport, Slate } from './slate/answers.ts';
export { diagnose } from './explain/diagnose.ts';
export { whyCandidate } from './explain/why.ts';
export { costOfRule } from './explain/quota-cost.ts';
export { replaceMember } from './explain/replace.ts';
export { compare } from './scenarios/compare.ts';
export { runSweep } from './scenarios/sweep.ts';
export { tradeOff } from './scenarios/trade-off.ts';
export { robustness } from './scenarios/robustness.ts';
export { trainingNeeds } from './placements/training.ts';
export { closeSolverThreads } from './optimize/threads/solver-threads.ts';
export { closeCellThreads } from './scenarios/cell-threads.ts';
export { BadInput, describeProblem, type Problem, type Reading, valueOf } from './words/problem.ts';
export type { Language, Text } from './words/language.ts';
export { VERSION } from './version.ts';
