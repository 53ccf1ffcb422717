import { rowsById } from '../rules/fact-table.ts';
import { canonicalIds, decidedOf, rowDecisions } from '../slate/case.ts';
import { inputsOf } from '../slate/answer-inputs.ts';
import type { SlateCase, TaskControl } from '../slate/requests.ts';
import { Task } from '../slate/task.ts';
import { isPlan } from '../explain/naming.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { Loss, Robustness, Standing } from './answers.ts';
import { LossSearch } from './loss-search.ts';

/** Options of `robustness`. */
export interface RobustnessOptions extends TaskControl {
  /** How many may drop out at once: 1, or 2 (the default). */
  readonly out?: 1 | 2;
}

/**
 * How a slate stands if any one member, or any two, drop out. What is left is *compliant* if it keeps
 * every hard rule, the size included; *mendable* if replacements make it so: at most as many candidates
 * come in as dropped out, and at most one further member goes; *broken* if no such change exists. Exact:
 * every loss and every change is looked at, those that no rule can tell apart together.
 *
 * Who has dropped out cannot come back; pinned members are not taken off, excluded candidates do not
 * come in, and nobody does who lacks a fact that a rule or the objective needs.
 *
 * @param slateIds members in the pool, each once.
 * @throws TimeLimitError; the signal's reason.
 */
export async function robustness(
  asked: SlateCase,
  slateIds: readonly string[],
  options: RobustnessOptions = {},
): Promise<Robustness> {
  const task = new Task(options);
  const members = canonicalIds(asked, slateIds);
  const decided = await decidedOf(asked, task);
  const byId = rowsById(asked.facts);
  const slate = members.map((id) => byId.get(id)!);
  const search = new LossSearch(decided, rowDecisions(asked), slate);
  const outs = [...slate.map((row) => [row]), ...(options.out === 1 ? [] : pairsOf(slate))];
  const losses: Loss[] = [];
  for (const [index, out] of outs.entries()) {
    await task.breathe();
    if (index % 64 === 0) task.progress(index, outs.length);
    losses.push(await search.losing(out, task));
  }
  task.progress(outs.length, outs.length);
  const [one, two] = [losses.slice(0, slate.length), losses.slice(slate.length)];
  const [ofOne, ofTwo] = [tally(one), options.out === 1 ? undefined : tally(two)];
  return {
    title: asked.ruleSet.title,
    members: [...members],
    compliant: search.compliant,
    one: ofOne,
    ...(ofTwo !== undefined && { two: ofTwo }),
    losses: [...one, ...two.filter(({ standing }) => standing === 'broken')],
    message: phraseInEach('scenarios.robustness', {
      members: members.length,
      one: ofOne,
      two: ofTwo,
      plan: isPlan(decided),
    }),
    milliseconds: task.milliseconds,
    inputs: inputsOf(asked, { out: options.out ?? 2, members }),
  };
}

function pairsOf(slate: readonly number[]): readonly (readonly number[])[] {
  return slate.flatMap((one, index) => slate.slice(index + 1).map((other) => [one, other]));
}

function tally(losses: readonly Loss[]): Readonly<Record<Standing, number>> {
  const count = (wanted: Standing): number => losses.filter(({ standing }) => standing === wanted).length;
  return { compliant: count('compliant'), mendable: count('mendable'), broken: count('broken') };
}
