import { withGrace } from '../rules/checkpoint.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { RelaxedFirstSession } from '../optimize/highs/relaxed-first.ts';
import { type Bounds, copyBounds } from '../optimize/linear-program.ts';
import type { Difference } from '../optimize/model/model-options.ts';
import type { RowMeaning } from '../optimize/model/row-meaning.ts';
import { assembleTypeModel, type TypeModelOptions } from '../optimize/model/type-model.ts';
import { phrase, phraseInEach } from '../words/catalogue.ts';
import { inEachLanguage, type Text } from '../words/language.ts';
import { InputError, problem } from '../words/problem.ts';
import { bestSlate, solverNote } from './best-slate.ts';
import { rowsById } from '../rules/facts/fact-table.ts';
import { canonicalIds, decidedOf, unknownMember } from './case.ts';
import { slateChecker } from '../check/check.ts';
import { answerInputs } from './answer-inputs.ts';
import type { Repair, Repaired } from './repair-answer.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { type Check, swapsOf } from './near-best/swaps.ts';
import { Task, TimeLimitError, type TaskControl } from './task.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `repairSlate`. */
interface RepairOptions extends TaskControl {
  /** Ids of members who may not be touched. */
  readonly keep?: readonly string[];
  /** How many different repairs are wanted; 1 if absent. */
  readonly alternatives?: number;
  /** In how many members any two repairs differ at least, that leave or that enter; 1 if absent. */
  readonly differ?: number;
}

/**
 * Mends a slate with the fewest changes that make all hard rules (and the decisions on persons) hold,
 * and of those gives the best by objective. The number of changes is the greater of how many leave and
 * how many join: replacing somebody is one change, as a board counts.
 *
 * Two solves prove it. The first, over types of candidates, minimises the changes t:
 *
 *     |S| − Σ_{i∈S} x_i ≤ t,   Σ_{i∉S} x_i ≤ t,   all hard rules.
 *
 * The second maximises the objective among slates of at most t changes. Each further repair is the same
 * among the slates that differ from all before it.
 *
 * @throws InputError for members who are not in the pool.
 */
export async function repairSlate(
  asked: SlateCase,
  slate: readonly string[],
  options: RepairOptions = {},
): Promise<Repair> {
  const task = new Task(options);
  const members = canonicalIds(asked, slate);
  const keep = canonicalIds(asked, options.keep ?? []);
  const rows = knownRows(asked, members);
  const check = await slateChecker(asked, task);
  const before = check(members);
  const repairing: Repairing = {
    asked,
    decided: await decidedOf(asked, task),
    decisions: withPins(
      rowDecisions(asked),
      knownRows(asked, keep, members).map((row, index) => ({ id: keep[index]!, row })),
    ),
    members,
    rows,
    check,
    task,
  };
  const { repairs, status } = await repairsOf(repairing, options);
  return {
    status,
    before,
    repairs: [...repairs],
    message: statusInWords(status, repairs, keep.length),
    solver: await solverNote(task),
    inputs: answerInputs(asked, { ...options, slate: members }),
  };
}

/** What every repair of one slate is made from. */
interface Repairing {
  readonly asked: SlateCase;
  readonly decided: DecidedCase;
  readonly decisions: RowDecisions;
  readonly members: readonly string[];
  readonly rows: readonly number[];
  readonly check: Check;
  readonly task: Task;
}

/** The rows of ids; all must be in the pool, and on the slate where one is given. @throws InputError */
function knownRows(
  asked: SlateCase,
  ids: readonly string[],
  slate: readonly string[] = ids,
): readonly number[] {
  const rows = rowsById(asked.facts);
  const members = new Set(slate);
  const problems = ids.flatMap((id) => {
    if (!rows.has(id)) return [unknownMember(asked, id)];
    return members.has(id)
      ? []
      : [problem('explain.not-on-slate', { id, plan: asked.placement !== undefined })];
  });
  if (problems.length > 0) throw new InputError(problems);
  return ids.map((id) => rows.get(id)!);
}

function withPins(
  decisions: RowDecisions,
  keep: readonly { readonly id: string; readonly row: number }[],
): RowDecisions {
  const kept = keep.map(({ id, row }) => ({ id, rows: [row] }));
  return { ...decisions, pin: [...decisions.pin, ...kept] };
}

async function repairsOf(
  repairing: Repairing,
  { alternatives = 1, differ = 1 }: RepairOptions,
): Promise<{ readonly status: Repair['status']; readonly repairs: readonly Repaired[] }> {
  const { task } = repairing;
  const repairs: Repaired[] = [];
  const differences: Difference[] = [];
  try {
    for (let index = 0; index < alternatives; index += 1) {
      task.progress(index, alternatives);
      const changes = await fewestChanges(repairing, differences);
      if (changes === 0) return { status: 'compliant', repairs };
      if (changes === undefined) break;
      const { repaired, rows } = await bestRepair(repairing, differences, changes);
      repairs.push(repaired);
      differences.push({ members: rows, by: differ });
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    if (repairs.length === 0) return { status: 'unknown', repairs };
  }
  return { status: repairs.length === 0 ? 'infeasible' : 'repaired', repairs };
}

/** The fewest changes to a slate that keeps all hard rules; `undefined` where there is none. */
async function fewestChanges(
  { decided, decisions, rows, task }: Repairing,
  differences: readonly Difference[],
): Promise<number | undefined> {
  await task.yieldOrThrow();
  const given: Difference = { members: rows, by: 0 };
  const elastic: TypeModelOptions = {
    decisions,
    differences: [given, ...differences],
    more: (builder, meanings) => {
      const [leave, join] = rowsOfFirst(meanings);
      builder.addColumn(0, decided.facts.size);
      builder.addValue(0, -1);
      builder.addEntry(leave, 1);
      builder.addEntry(join, -1);
    },
  };
  const model = await assembleTypeModel(decided, elastic, withGrace(task));
  const session = await RelaxedFirstSession.open(model.program);
  try {
    const bounds = copyBounds(model.program);
    limitChanges(bounds, model.rows, rows.length, 0);
    const found = session.solve(bounds, task.limits());
    if (found.status === 'unknown') throw new TimeLimitError();
    return found.status === 'optimal' ? -found.value + 0 : undefined;
  } finally {
    session.close();
  }
}

async function bestRepair(
  { decided, decisions, members, rows, check, task }: Repairing,
  differences: readonly Difference[],
  changes: number,
): Promise<{ readonly repaired: Repaired; readonly rows: readonly number[] }> {
  const best = await bestSlate(
    decided,
    {
      decisions,
      differences: [{ members: rows, by: 0 }, ...differences],
      adjust: (bounds, meanings) => limitChanges(bounds, meanings, rows.length, changes),
    },
    task,
  );
  if (best === undefined) throw new Error('A repair that was proven to exist was not found');
  const { slate } = best;
  const [old, now] = [new Set(members), new Set(slate.members)];
  const remove = members.filter((id) => !now.has(id)).toSorted();
  const add = slate.members.filter((id) => !old.has(id));
  const swaps = [...swapsOf(members, remove, add, check)];
  const message = phraseInEach('explain.repair', { changes });
  return { repaired: { changes, remove, add, swaps, slate, message }, rows: best.rows };
}

/** The two rows of the first difference: its members who stay, and the others. */
function rowsOfFirst(meanings: readonly RowMeaning[]): readonly [leave: number, join: number] {
  const first = meanings.findIndex((meaning) => meaning.kind === 'differ' && meaning.index === 0);
  return [first, first + 1];
}

/** Lets at most `changes` of a slate of `size` leave, and as many join. */
export function limitChanges(
  bounds: Bounds,
  meanings: readonly RowMeaning[],
  size: number,
  changes: number,
  joining: number = changes,
): void {
  const [leave, join] = rowsOfFirst(meanings);
  bounds.rowLower[leave] = size - changes;
  bounds.rowUpper[leave] = Infinity;
  bounds.rowLower[join] = -Infinity;
  bounds.rowUpper[join] = joining;
}

function statusInWords(status: Repair['status'], repairs: readonly Repaired[], kept: number): Text {
  return inEachLanguage((language) => {
    if (status === 'compliant') return phrase(language, 'explain.repair-compliant', undefined);
    if (status === 'unknown') return phrase(language, 'explain.repair-unknown', undefined);
    if (status === 'infeasible') return phrase(language, 'explain.repair-infeasible', { kept });
    return phrase(language, 'explain.repair', { changes: repairs[0]!.changes });
  });
}
