import { tellConflict } from '../explain/conflicts/conflict-reasons.ts';
import { findConflicts } from '../explain/conflicts/conflicts.ts';
import { MemberModel } from '../explain/member-model.ts';
import type { CaseToExplain } from '../explain/case-to-explain.ts';
import type { SolverChoice } from '../optimize/threads/solver-threads.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Proposal } from '../slate/propose-answer.ts';
import type { RuleReport } from '../check/check-answer.ts';
import { decidedOf } from '../slate/case.ts';
import { propose } from '../slate/propose.ts';
import { sizeReport } from '../check/rule-reports.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import { InputError, type Problem, type Reading, eachOnce } from '../words/problem.ts';
import type { ComparedRule, Comparison, Contradiction, ScenarioOutcome } from './answers.ts';
import { joined, type Scenario, underScenario } from './scenario.ts';
import { comesAndGoes } from './sweep.ts';
import type { Decisions } from '../pool/decisions.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `compare`; the time limit is for all scenarios together. */
interface CompareOptions extends TaskControl {
  readonly solver?: SolverChoice;
}

/** What is compared: a rule set, decisions that hold in any case, and how a case is made of both. */
export interface CompareAsked {
  readonly ruleSet: RuleSet;
  readonly decisions: Decisions;
  /** Opens a slate or a placement; the same candidates each time. */
  readonly open: (ruleSet: RuleSet, decisions: Decisions) => Promise<Reading<SlateCase>>;
}

/**
 * Proposes under every scenario and puts the answers side by side: whether a slate exists, or the
 * smallest conflict; the objective; need and have of every rule; who is on every slate, who only on
 * some; and what it takes to come from one slate to another.
 *
 * @throws InputError with the problems of all scenarios that cannot be asked, unknown persons for example.
 */
export async function compare(
  asked: CompareAsked,
  scenarios: readonly Scenario[],
  options: CompareOptions = {},
): Promise<Comparison> {
  const task = new Task(options);
  const cases = await casesUnder(asked, scenarios);
  const solved: Solved[] = [];
  for (const [index, each] of cases.entries()) {
    task.progress(index, cases.length);
    solved.push(await solve(each, scenarios[index]!, options, task));
  }
  task.progress(cases.length, cases.length);
  const outcomes = solved.map(({ outcome }) => outcome);
  return {
    title: asked.ruleSet.title,
    ...(asked.ruleSet.titles !== undefined && { plan: true }),
    scenarios: outcomes,
    rules: comparedRules(solved),
    ...membership(outcomes),
    swaps: swapsOf(outcomes),
    milliseconds: task.milliseconds,
  };
}

/** The case under every scenario. @throws InputError with the problems of all */
export async function casesUnder(
  { ruleSet, decisions, open }: CompareAsked,
  scenarios: readonly Scenario[],
): Promise<readonly SlateCase[]> {
  const readings = await Promise.all(
    scenarios.map((scenario) => {
      const under = underScenario(ruleSet, scenario);
      return open(under.ruleSet, joined(decisions, under.decisions));
    }),
  );
  const problems = readings.flatMap((reading, at) =>
    reading.ok ? [] : reading.problems.map((each) => placedAt(each, scenarios[at]!)),
  );
  if (problems.length > 0) throw new InputError(eachOnce(problems));
  return readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
}

/** A problem of decisions has no place of its own: where a scenario makes them, it is that scenario's. */
function placedAt(found: Problem, { decisions, origin }: Scenario): Problem {
  const decides = Object.values(decisions).some((each) => each.length > 0);
  if (found.place !== undefined || !decides || origin === undefined) return found;
  return { ...found, place: origin };
}

/** What one scenario came to, with what is compared line by line. */
interface Solved {
  readonly outcome: ScenarioOutcome;
  readonly ruleSet: RuleSet;
  readonly report: readonly RuleReport[];
}

async function solve(
  asked: SlateCase,
  scenario: Scenario,
  { solver, signal }: CompareOptions,
  task: Task,
): Promise<Solved> {
  const proposal = await propose(asked, {
    timeLimitMs: timeLeft(task),
    ...(solver !== undefined && { solver }),
    ...(signal !== undefined && { signal }),
  });
  const [slate] = proposal.slates;
  const conflict = proposal.status === 'infeasible' ? await smallestConflict(asked, task) : undefined;
  const price = slate?.soft.reduce((sum, { cost }) => sum + cost, 0);
  const { sha256 } = scenario;
  const outcome: ScenarioOutcome = {
    id: scenario.id,
    title: scenario.title,
    size: asked.ruleSet.size,
    status: proposal.status,
    ...(proposal.assurance !== undefined && { assurance: proposal.assurance }),
    ...(slate !== undefined && { objective: slate.objective, members: slate.members }),
    ...(slate?.levels !== undefined && { levels: slate.levels.map(({ value }) => value) }),
    ...(price !== undefined && price > 0 && { price }),
    ...boundOf(proposal),
    ...(conflict !== undefined && { conflict }),
    capacity: proposal.capacity,
    inputs: {
      ...proposal.inputs,
      ...(sha256 !== undefined && { scenario: { name: scenario.id, sha256 } }),
    },
  };
  return { outcome, ruleSet: asked.ruleSet, report: slate?.report.rules ?? [] };
}

function boundOf({ status, bound, gap }: Proposal): Pick<ScenarioOutcome, 'bound' | 'gap'> {
  if (status !== 'feasible') return {};
  return { ...(bound !== undefined && { bound }), ...(gap !== undefined && { gap }) };
}

/** What is left of the time, for as long as there is any; the scenarios after that are "unknown". */
function timeLeft(task: Task): number {
  try {
    return task.limits().timeLimit;
  } catch (error) {
    if (error instanceof TimeLimitError) return 1;
    throw error;
  }
}

/** The smallest conflict in words; `undefined` if time ran out before it was found. */
async function smallestConflict(asked: SlateCase, task: Task): Promise<Contradiction | undefined> {
  const question: CaseToExplain = { decided: await decidedOf(asked, task), decisions: rowDecisions(asked) };
  const model = await MemberModel.open(question, task);
  try {
    const { found } = await findConflicts(model, 1, task);
    if (found[0] === undefined) return undefined;
    const { rules, message } = await tellConflict(question, model, found[0], task);
    return { rules, message };
  } catch (error) {
    if (error instanceof TimeLimitError) return undefined;
    throw error;
  } finally {
    model.close();
  }
}

type Line = NonNullable<ComparedRule['in'][number]>;

type LineOfRule = Pick<RuleReport, 'id' | 'group' | 'title' | 'kind'>;

/** The size and every rule of a file, without what always holds. */
function writtenLines(ruleSet: RuleSet): readonly LineOfRule[] {
  return [sizeReport(ruleSet, []), ...ruleSet.rules.filter(({ standing }) => standing !== true)];
}

/** Every line of any report, in the order in which the reports have them; where no slate is, those of the rules. */
function comparedRules(solved: readonly Solved[]): ComparedRule[] {
  const lines = new Map<string, ComparedRule>();
  const lineOf = ({ id, group, title, kind }: LineOfRule): ComparedRule => {
    const key = JSON.stringify([id, group]);
    let line = lines.get(key);
    if (line === undefined) {
      const nowhere = solved.map(() => null);
      lines.set(key, (line = { id, ...(group !== undefined && { group }), title, kind, in: nowhere }));
    }
    return line;
  };
  solved.forEach(({ report, ruleSet }, at) => {
    const written = new Set(writtenLines(ruleSet).map(({ id }) => id));
    for (const line of report) {
      if (!written.has(line.id)) continue;
      const { min, max, strength, actual, cost } = line;
      lineOf(line).in[at] = { min, max, strength, actual, cost };
    }
  });
  solved.forEach(({ report, ruleSet }, at) => {
    if (report.length > 0) return;
    const told = new Set([...lines.values()].map(({ id }) => id));
    for (const line of writtenLines(ruleSet)) if (!told.has(line.id)) lineOf(line);
    for (const line of lines.values()) line.in[at] = needOf(ruleSet, line.id);
  });
  return [...lines.values()];
}

/** What a rule needs where there is no slate to hold against it. */
function needOf(ruleSet: RuleSet, id: string): Line | null {
  if (id === 'size') return { ...ruleSet.size, strength: 'hard' };
  const rule = ruleSet.rules.find((each) => each.id === id);
  if (rule === undefined) return null;
  if (rule.kind === 'require') return { min: null, max: 0, strength: rule.strength };
  const asNumber = (bound: typeof rule.min): number | null =>
    typeof bound === 'object' ? bound.numerator / bound.denominator : (bound ?? null);
  return { min: asNumber(rule.min), max: asNumber(rule.max), strength: rule.strength };
}

function membership(outcomes: readonly ScenarioOutcome[]): Pick<Comparison, 'inAll' | 'inSome'> {
  const slates = outcomes.filter(({ members }) => members !== undefined);
  const scenariosOf = new Map<string, string[]>();
  for (const { id, members } of slates) {
    for (const member of members ?? []) {
      const known = scenariosOf.get(member);
      if (known === undefined) scenariosOf.set(member, [id]);
      else known.push(id);
    }
  }
  const everybody = [...scenariosOf].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    inAll: everybody.filter(([, ids]) => ids.length === slates.length).map(([candidate]) => candidate),
    inSome: everybody
      .filter(([, ids]) => ids.length < slates.length)
      .map(([candidate, ids]) => ({ candidate, scenarios: ids })),
  };
}

function swapsOf(outcomes: readonly ScenarioOutcome[]): Comparison['swaps'] {
  return outcomes.flatMap((from, at) =>
    outcomes.slice(at + 1).flatMap((to) => {
      if (from.members === undefined || to.members === undefined) return [];
      return [{ from: from.id, to: to.id, ...comesAndGoes(from.members, to.members) }];
    }),
  );
}
