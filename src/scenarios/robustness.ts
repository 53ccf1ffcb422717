import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import { canonicalIds, decidedOf } from '../slate/case.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, type TaskControl } from '../slate/task.ts';
import { isPlan } from '../explain/member-words.ts';
import { phraseInEach } from '../words/catalogue.ts';
import type { Loss, Robustness, Standing } from './answers.ts';
import { LossSearch } from './loss-search.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `robustness`. */
interface RobustnessOptions extends TaskControl {
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
  const asking = { case: asked, slate: slateIds, out: options.out ?? 2 };
  const found = await losses(asking, [...lostInParts(asking).keys()], task);
  return joinRobustness(asking, found, task);
}

/** A slate, and how many may drop out of it at once. */
export interface RobustnessTask {
  readonly case: SlateCase;
  /** Members in the pool, each once. */
  readonly slate: readonly string[];
  readonly out: 1 | 2;
}

/** Who drops out in each loss: every one, then every two. */
export function lostInParts({ case: asked, slate, out }: RobustnessTask): readonly (readonly string[])[] {
  const members = canonicalIds(asked, slate);
  return [...members.map((id) => [id]), ...(out === 1 ? [] : pairsOf(members))];
}

/**
 * Looks at some losses, one after the other, until `isOver` says that it is enough: at one at least.
 *
 * @throws TimeLimitError; the signal's reason.
 */
export async function losses(
  asking: RobustnessTask,
  parts: readonly number[],
  task: Task,
  isOver: () => boolean = () => false,
): Promise<ReadonlyMap<number, Loss>> {
  const { case: asked } = asking;
  const search = searchIn(await decidedOf(asked, task), asking);
  const byId = rowsById(asked.facts);
  const lost = lostInParts(asking);
  const found = new Map<number, Loss>();
  for (const [index, part] of parts.entries()) {
    await task.yieldOrThrow();
    if (index > 0 && isOver()) break;
    if (index % 64 === 0) task.progress(index, parts.length);
    found.set(
      part,
      await search.losing(
        lost[part]!.map((id) => byId.get(id)!),
        task,
      ),
    );
  }
  task.progress(found.size, parts.length);
  return found;
}

/** Makes the answer of all losses. */
export async function joinRobustness(
  asking: RobustnessTask,
  found: ReadonlyMap<number, Loss>,
  task: Task,
): Promise<Robustness> {
  const { case: asked, slate, out } = asking;
  const members = canonicalIds(asked, slate);
  const decided = await decidedOf(asked, task);
  const { compliant } = searchIn(decided, asking);
  const all = [...lostInParts(asking).keys()].map((part) => found.get(part)!);
  const [one, two] = [all.slice(0, members.length), all.slice(members.length)];
  const [ofOne, ofTwo] = [tally(one), out === 1 ? undefined : tally(two)];
  return {
    title: asked.ruleSet.title,
    members: [...members],
    compliant,
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
    inputs: answerInputs(asked, { out, members }),
  };
}

function searchIn(decided: DecidedCase, { case: asked, slate }: RobustnessTask): LossSearch {
  const byId = rowsById(asked.facts);
  const rows = canonicalIds(asked, slate).map((id) => byId.get(id)!);
  return new LossSearch(decided, rowDecisions(asked), rows);
}

function pairsOf(members: readonly string[]): readonly (readonly string[])[] {
  return members.flatMap((one, index) => members.slice(index + 1).map((other) => [one, other]));
}

function tally(losses: readonly Loss[]): Readonly<Record<Standing, number>> {
  const count = (wanted: Standing): number => losses.filter(({ standing }) => standing === wanted).length;
  return { compliant: count('compliant'), mendable: count('mendable'), broken: count('broken') };
}
