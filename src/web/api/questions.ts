import {
  ruleSetAnswerSchema,
  ruleSetListSchema,
  rulesValidationSchema,
  unitsAnswerSchema,
  unitsValidationSchema,
} from '../../service/answers/answers.ts';
import {
  poolAnswerSchema,
  poolListSchema,
  poolValidationSchema,
} from '../../service/answers/pool-answers.ts';
import { ruleTestsAnswerSchema } from '../../service/answers/rule-tests-answer.ts';
import { capacityAnswerSchema } from '../../slate/capacity-answer.ts';
import { checkAnswerSchema } from '../../check/check-answer.ts';
import type { CaseInput } from '../../questions/case-schema.ts';
import type { Questions } from '../../questions/list.ts';
import type { AskedPaper } from '../../papers/paper.ts';
import type { OptionsOf } from '../../questions/question.ts';
import { proposalSchema } from '../../slate/propose-answer.ts';
import { verificationSchema } from '../../slate/proofs/verify-answer.ts';
import type { z } from 'zod';
import {
  isChanged,
  mendedSheet,
  type OwnPoolChoice,
  type PoolChoice,
  type RulesChoice,
  type TableChoice,
  type Work,
} from '../state/work.ts';
import { question } from './question.ts';
import type { Asked } from './service.ts';

/** Which pools does the service ship? */
export const POOLS: Asked<typeof poolListSchema> = { path: '/pools', answer: poolListSchema };

/** Which rule sets does the service have? */
export const RULE_SETS: Asked<typeof ruleSetListSchema> = { path: '/rule-sets', answer: ruleSetListSchema };

/** Who is in a shipped pool? */
export function poolNamed(name: string): Asked<typeof poolAnswerSchema> {
  return { path: `/pools/${encodeURIComponent(name)}`, answer: poolAnswerSchema };
}

/** Is this table a pool, who is in it, and what looks odd? */
export function poolIn(pool: PoolChoice): Asked<typeof poolValidationSchema> {
  return { path: '/pools/validate', body: poolSource(pool), answer: poolValidationSchema };
}

/** Which units does the table of a shipped pool have? */
export function unitsNamed(name: string): Asked<typeof unitsAnswerSchema> {
  return { path: `/units/${encodeURIComponent(name)}`, answer: unitsAnswerSchema };
}

/** Is this text a table of units, and which are they? */
export function unitsIn(csv: string): Asked<typeof unitsValidationSchema> {
  return { path: '/units/validate', body: { csv }, answer: unitsValidationSchema };
}

/** What does a rule set of the service say? */
export function ruleSetNamed(id: string): Asked<typeof ruleSetAnswerSchema> {
  return { path: `/rule-sets/${encodeURIComponent(id)}`, answer: ruleSetAnswerSchema };
}

/** Is this text a rule set, and what does it say? */
export function ruleSetIn(yaml: string): Asked<typeof rulesValidationSchema> {
  return { path: '/rule-sets/validate', body: { yaml }, answer: rulesValidationSchema };
}

/** Does a rule set say what its tests expect of it? */
export function ruleTestsOf(yaml: string, tests: string): Asked<typeof ruleTestsAnswerSchema> {
  return { path: '/rule-sets/test', body: { yaml, tests }, answer: ruleTestsAnswerSchema };
}

/** What can the pool give each rule? */
export function capacityOf(work: QuestionOf): Asked<typeof capacityAnswerSchema> {
  return question('capacity', about(work), capacityAnswerSchema);
}

/** The same, with what everybody who could be chosen comes to by each rule. */
export function poolFiguresOf(work: QuestionOf): Asked<typeof capacityAnswerSchema> {
  return question('capacity', { ...about(work), figures: true }, capacityAnswerSchema);
}

/** Does the slate in hand keep the rules? */
export function checkOf(work: QuestionOf, slate: readonly string[]): Asked<typeof checkAnswerSchema> {
  return question('check', { ...about(work), slate }, checkAnswerSchema);
}

/** Candidates of whom it is said what would become of the slate with them: more than a list shows at once. */
const MOST_TRIED = 200;

/** Who could come, and who leaves for them. */
export interface Coming {
  /** The member whose place is taken; absent: nobody's, or on a full slate the best one's. */
  readonly leave?: string | undefined;
  /** Absent: everybody; a plan is always asked about some. */
  readonly join?: readonly string[];
}

/** What would become of the slate or plan in hand if somebody joined it, or took the place of a member? */
export function consequencesOf(
  work: QuestionOf,
  slate: readonly string[],
  { leave, join }: Coming,
): Asked<typeof checkAnswerSchema> {
  const body = {
    ...about(work),
    slate,
    consequences: MOST_TRIED,
    ...(leave !== undefined && { leave }),
    ...(join !== undefined && { join }),
  };
  return question('check', body, checkAnswerSchema);
}

/** The best slate, why none can be better, and the proof of it. */
export function provenOf(work: QuestionOf): Asked<typeof proposalSchema> {
  return question('propose', { ...about(work), prices: true, proof: true }, proposalSchema);
}

/** Does the proof of an answer hold? */
export function verificationOf(
  work: QuestionOf,
  proposal: z.output<typeof proposalSchema>,
): Asked<typeof verificationSchema> {
  return question('verify', { ...about(work), proven: { ...proposal } }, verificationSchema);
}

/** The slate in hand as a file. */
export function paperOf(
  work: QuestionOf,
  slate: readonly string[],
  paper: AskedPaper,
): Asked<typeof checkAnswerSchema> {
  const { path, body, answer } = checkOf(work, slate);
  return { path, body: { ...(body as object), paper }, answer };
}

/**
 * The report of record of the slate in hand, with the best slates beside it, or one without names.
 *
 * @param how with the proof of the best slate, as JSON, kept from before; the report has it where it holds still.
 */
export function reportOf(
  work: QuestionOf,
  slate: readonly string[],
  { proof, blind }: { readonly proof: string | undefined; readonly blind: boolean },
): Asked<typeof checkAnswerSchema> {
  const { path, body, answer } = checkOf(work, slate);
  const kept = proof === undefined ? {} : { kept: JSON.parse(proof) as object };
  return {
    path: `${path}/report`,
    body: { ...(body as object), ...kept, ...(blind && { blind }) },
    answer,
  };
}

/** Which slate is best? */
export function proposalOf(
  work: QuestionOf,
  options: Pick<OptionsOf<Questions['propose']>, 'alternatives' | 'differ' | 'solver'> = {},
): Asked<typeof proposalSchema> {
  return question('propose', { ...about(work), ...options }, proposalSchema);
}

/**
 * Who is on every slate near the best, on some, on none? As a job, since it may take long.
 *
 * @param within how far below the best a slate may lie, as a share of the best.
 * @param timeLimitMs whoever is not settled by then is undecided.
 */
export function nearBestOf(
  work: QuestionOf,
  within: number,
  timeLimitMs: number,
): Asked<typeof proposalSchema> {
  // One solver is enough: whether the best is the best has been confirmed where it was proposed.
  const body = { ...about(work), nearBest: within, solver: 'highs', timeLimitMs } as const;
  return { ...question('propose', body, proposalSchema), path: '/proposals' };
}

/** The part of the work that questions are asked about. */
export type QuestionOf = Pick<Work, 'pool' | 'rules' | 'units' | 'changes' | 'pin' | 'exclude'>;

/** Candidates, rules, units, changed quotas and decisions as every question carries them. */
export function about({ pool, rules, units, changes, pin, exclude }: QuestionOf): CaseInput {
  return {
    pool: poolSource(pool),
    rules: rulesSource(rules),
    ...(units !== undefined && { units: tableSource(units) }),
    ...(isChanged(changes) && { scenario: { ...changes } }),
    decisions: { pin: [...pin], exclude: [...exclude] },
  };
}

/** Candidates as questions carry them. */
export function poolSource(pool: PoolChoice): CaseInput['pool'] {
  if (pool.kind === 'shipped') return { name: pool.name };
  const { mapping } = pool;
  const { sheet, ...bytes } = tableOf(pool);
  const said = { ...(sheet !== undefined && { sheet }), ...(mapping !== undefined && { mapping }) };
  return { ...bytes, ...(Object.keys(said).length > 0 && { reading: said }) };
}

/** What is sent of a table: its text, or the bytes of a workbook of which no cell was mended. */
function tableOf(
  pool: OwnPoolChoice,
): { readonly csv: string; readonly sheet?: never } | { readonly base64: string; readonly sheet?: string } {
  if (pool.kind === 'own') return { csv: pool.csv };
  const { base64, sheet } = pool;
  const csv = mendedSheet(pool);
  return csv === undefined ? { base64, ...(sheet !== undefined && { sheet }) } : { csv };
}

function tableSource(table: TableChoice): { readonly name: string } | { readonly csv: string } {
  return table.kind === 'shipped' ? { name: table.name } : { csv: table.csv };
}

/** Rules as questions carry them. */
export function rulesSource(rules: RulesChoice): CaseInput['rules'] {
  return rules.kind === 'shipped' ? { id: rules.id } : { yaml: rules.yaml };
}
