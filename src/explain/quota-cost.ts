import { withAnyBounds } from '../optimize/model/changed-case.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { meantRule, ruleNames, severalRules } from '../rules/problems/part-names.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type BestSlate, bestSlate, solverNote } from '../slate/best-slate.ts';
import { decidedOf } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { InputError, problem, type Problem } from '../words/problem.ts';
import type { CostStep, QuotaCost } from './answers.ts';
import { type Ladder, laddersOf, type Rung } from './bound-ladder.ts';
import { objectiveDifference, exchangeBetween } from './exchange.ts';
import { withExceptions } from './eligibility-exceptions.ts';
import { memberTitle } from './member-words.ts';
import { StepProofs } from './step-proofs.ts';
import type { CaseToExplain } from './case-to-explain.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `costOfRule`. */
type CostOptions = TaskControl;

/** What one rung came to; `undefined` until it is solved, or when time ran out before. */
type Found = BestSlate | 'impossible' | undefined;

type Curve = QuotaCost['curves'][number];

/**
 * What a quota costs: the best objective under every bound that the rule could have, step by step
 * through the whole range in which a slate exists. Every step is solved to its proven optimum; where the
 * best slate of a looser bound keeps a tighter one as well, it is the best there too, without a solve.
 *
 * @param id the id of a rule, or of one of several rules that a file has as one (`part-names.ts`), or `size`.
 * @throws InputError if there is no such rule.
 */
export async function costOfRule(
  asked: SlateCase,
  id: string,
  options: CostOptions = {},
): Promise<QuotaCost> {
  const task = new Task(options);
  const question: CaseToExplain = { decided: await decidedOf(asked, task), decisions: rowDecisions(asked) };
  const proofs = new StepProofs(asked, options);
  const wrong = noSuchRule(asked.ruleSet, id);
  if (wrong.length > 0) throw new InputError(wrong);
  const meant = meantRule(asked.ruleSet.rules, id);
  const own = meant?.is === 'rule' ? meant.rule.id : id;
  const curves = await costCurves(question, own, task, proofs);
  const known = curves.flatMap(({ steps }) => steps.flatMap(({ assurance }) => assurance ?? []));
  const { rules } = asked.ruleSet;
  const index = rules.findIndex((rule) => rule.id === own);
  return {
    rule: id,
    title: memberTitle(question, id === 'size' ? { kind: 'size' } : { kind: 'rule', rule: index }),
    curves: [...curves],
    ...(known.length > 0 && {
      assurance: known.every((each) => each === 'proven') ? 'proven' : 'one-solver',
    }),
    solver: await solverNote(task),
    inputs: answerInputs(asked, { ...options, rule: id }),
  };
}

/**
 * That a rule set has no rule of this id whose bound has steps, if so; the size of the slate counts as one. The
 * bound of a sum or an average could be any number, and nobody wants to see thousands.
 */
export function noSuchRule({ rules }: RuleSet, id: string): readonly Problem[] {
  const meant = meantRule(rules, id);
  if (meant !== undefined && meant.is !== 'rule') return [severalRules(meant)];
  const asked = meant?.rule;
  if (asked !== undefined && isAmount(asked)) return [problem('explain.no-steps', { rule: id })];
  if (asked !== undefined && isBySize(asked)) return [problem('explain.bounds-by-size', { rule: id })];
  const allowed = ['size', ...ruleNames(rules)];
  if (allowed.includes(id)) return [];
  return [problem('explain.no-rule', { rule: id, allowed, meant: nearest(id, allowed) })];
}

/** The curves of one rule of a question; see {@link costOfRule}. */
async function costCurves(
  question: CaseToExplain,
  id: string,
  task: Task,
  proofs: StepProofs,
): Promise<readonly Curve[]> {
  const { ruleSet, facts } = question.decided;
  const ladders = laddersOf(ruleSet, id, facts);
  if (ladders === undefined) throw new Error('A rule without steps got past its check.');
  const curves: Curve[] = [];
  for (const ladder of ladders) curves.push(await curveOf(question, id, ladder, task, proofs));
  return curves;
}

async function curveOf(
  question: CaseToExplain,
  id: string,
  ladder: Ladder,
  task: Task,
  proofs: StepProofs,
): Promise<Curve> {
  const found = new Map<Rung, Found>();
  let complete = true;
  try {
    await climb(question, id, ladder, found, task);
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    complete = false;
  }
  const shown = shownRungs(ladder, found);
  const proven = await proofs.proven(
    shown
      .filter((rung) => found.get(rung) !== undefined)
      .map((rung) => ({
        rung,
        members: membersOf(found.get(rung)),
      })),
    task,
  );
  const steps = stepsOf(ladder, shown, found, proven);
  return {
    side: ladder.side,
    steps: [...steps],
    complete,
    message: rangeInWords(question, id, steps, complete),
  };
}

/**
 * Solves the rungs from the loosest to the tightest. As long as a side tightens, what was impossible
 * stays so, and a best slate that keeps the next bound is its best. "Exactly" has no such order: every
 * rung is solved.
 */
async function climb(
  question: CaseToExplain,
  id: string,
  { side, rungs }: Ladder,
  found: Map<Rung, Found>,
  task: Task,
): Promise<void> {
  // Of a minimum the lowest bound is the loosest, of a maximum and of exceptions the highest.
  const ordered = side === 'max' ? rungs.toReversed() : rungs;
  let last: Found;
  for (const [index, rung] of ordered.entries()) {
    task.progress(index, ordered.length);
    const isImpossible: boolean = side !== 'exactly' && last === 'impossible';
    const stays: boolean = side !== 'exactly' && typeof last === 'object' && rung.allows(last.slate.report);
    if (!isImpossible && !stays) last = (await solveRung(question, id, rung, task)) ?? 'impossible';
    found.set(rung, last);
  }
}

async function solveRung(
  { decided, ...options }: CaseToExplain,
  id: string,
  { ruleSet, exceptions }: Rung,
  task: Task,
): Promise<BestSlate | undefined> {
  const changed = await withAnyBounds(decided, ruleSet);
  if (exceptions === undefined) return bestSlate(changed, options, task);
  const index = ruleSet.rules.findIndex((rule) => rule.id === id);
  const excepting = withExceptions(changed, new Map([[index, exceptions]]));
  return bestSlate({ ...excepting, ruleSet }, { ...options, excepted: new Set([id]) }, task);
}

function membersOf(found: Found): readonly string[] | undefined {
  return typeof found === 'object' ? found.slate.members : undefined;
}

/** The range in which slates exist, one rung beyond it on each side, and the bound as it stands. */
function shownRungs({ rungs }: Ladder, found: ReadonlyMap<Rung, Found>): readonly Rung[] {
  const isFeasible = (rung: Rung): boolean => typeof found.get(rung) === 'object';
  const present = rungs.findIndex((rung) => rung.present);
  const first = rungs.findIndex(isFeasible);
  const last = rungs.findLastIndex(isFeasible);
  const ends = [first - 1, last + 1, present].filter((index) => index >= 0 && index < rungs.length);
  const [from, to] =
    first === -1 ? [Math.max(present, 0), present] : [Math.min(...ends, first), Math.max(...ends, last)];
  return rungs.slice(from, to + 1);
}

/** What is told of each rung that is shown. */
function stepsOf(
  { rungs }: Ladder,
  shown: readonly Rung[],
  found: ReadonlyMap<Rung, Found>,
  proven: ReadonlySet<Rung>,
): readonly CostStep[] {
  const present = rungs.findIndex((rung) => rung.present);
  const now = present === -1 ? undefined : found.get(rungs[present]!);
  return shown.map((rung) => {
    const index = rungs.indexOf(rung);
    const towards = index === present ? undefined : rungs[index < present ? index + 1 : index - 1];
    const step = stepOf(
      rung,
      found.get(rung),
      towards && found.get(towards),
      typeof now === 'object' ? now : undefined,
    );
    if (step.status === 'unknown') return step;
    return { ...step, assurance: proven.has(rung) ? 'proven' : 'one-solver' };
  });
}

function stepOf(rung: Rung, found: Found, towards: Found, now: BestSlate | undefined): CostStep {
  const { value, bound, present } = rung;
  if (typeof found !== 'object') {
    const status = found === undefined ? 'unknown' : 'infeasible';
    const message = inEachLanguage((language) =>
      status === 'unknown'
        ? phrase(language, 'explain.cost-open', { bound: bound[language] })
        : phrase(language, 'explain.cost-impossible', { bound: bound[language] }),
    );
    return { value, bound, status, present, message };
  }
  const { objective, levels, members } = found.slate;
  const differs = now && objectiveDifference(objective, now.slate.objective);
  return {
    value,
    bound,
    status: 'optimal',
    objective,
    ...(levels !== undefined && { levels: levels.map((level) => level.value) }),
    ...(differs !== undefined && { difference: differs }),
    members,
    ...(typeof towards === 'object' && exchangeBetween(towards.slate.members, members)),
    present,
    message: inEachLanguage((language) => {
      const said = { bound: bound[language], objective };
      return differs === undefined || present
        ? phrase(language, 'explain.cost-best', said)
        : phrase(language, 'explain.cost-differs', { ...said, difference: differs });
    }),
  };
}

function rangeInWords(
  question: CaseToExplain,
  id: string,
  steps: readonly CostStep[],
  complete: boolean,
): Text {
  const index = question.decided.ruleSet.rules.findIndex((rule) => rule.id === id);
  const title = memberTitle(question, index === -1 ? { kind: 'size' } : { kind: 'rule', rule: index });
  const feasible = steps.filter(({ status }) => status === 'optimal');
  const [first, last] = [feasible[0], feasible.at(-1)];
  return inEachLanguage((language) => {
    if (!complete) return phrase(language, 'explain.cost-unknown', { title: title[language] });
    if (first === undefined || last === undefined) {
      return phrase(language, 'explain.cost-never', { title: title[language] });
    }
    return phrase(language, 'explain.cost-range', {
      title: title[language],
      from: first.bound[language],
      to: last.bound[language],
    });
  });
}
