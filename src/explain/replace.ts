import { type FactTable, rowsById } from '../rules/facts/fact-table.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { Difference } from '../optimize/model/model-options.ts';
import { SIZE_ROW } from '../optimize/model/model-frame.ts';
import { type BestSlate, bestSlate, solverNote } from '../slate/best-slate.ts';
import { canonicalIds, decidedOf, unknownMember } from '../slate/case.ts';
import { checkSlate } from '../check/check.ts';
import { answerInputs } from '../slate/answer-inputs.ts';
import { limitChanges } from '../slate/repair.ts';
import type { SlateCase } from '../check/slate-case.ts';
import { Task, TimeLimitError, type TaskControl } from '../slate/task.ts';
import { phrase } from '../words/catalogue.ts';
import { inEachLanguage, type Language } from '../words/language.ts';
import { enumerate } from '../words/number.ts';
import { InputError, problem } from '../words/problem.ts';
import type { Replacement } from './answers.ts';
import { exchangeBetween } from './exchange.ts';
import { personSaid } from '../words/person-said.ts';
import { calledIn, isPlan } from './member-words.ts';
import { needsOf } from './seat-needs.ts';
import { vacatedPosts } from './vacated-posts.ts';
import type { Named, RowDecisions } from '../pool/decisions.ts';
import { rowDecisions } from '../check/row-decisions.ts';

/** Options of `replaceMember`. */
interface ReplaceOptions extends TaskControl {
  /** How many of the other members may be exchanged as well; 0 if absent: all others stay. */
  readonly furtherChanges?: number;
  /** Who withdraws, too, at the same time. */
  readonly also?: readonly string[];
  /** Members who have confirmed: they stay whatever else is exchanged. */
  readonly keep?: readonly string[];
  /** How many replacements are wanted, best first; 5 if absent. */
  readonly alternatives?: number;
}

/**
 * A member withdraws, or several at once. What the free seats must still bring follows from those who stay; the best
 * replacements keep the number of members, all hard rules and the decisions on persons, with everybody
 * else in place or with up to `furtherChanges` further exchanges. Each one is the best, by objective, of all
 * slates that differ from those before it.
 *
 * In a placement the person withdraws, not one appointment: they come back in no other. The posts that
 * fall vacant are the ones to be filled (`vacated-posts.ts`); as many posts are filled as before.
 *
 * A slate whose size the rules do not allow is brought to one they allow.
 *
 * @throws InputError for members who are not in the pool, and where one who withdraws or is kept is not on the slate.
 */
export async function replaceMember(
  asked: SlateCase,
  slate: readonly string[],
  candidate: string,
  options: ReplaceOptions = {},
): Promise<Replacement> {
  const members = canonicalIds(asked, slate);
  const { also = [], keep = [] } = options;
  const leaving = canonicalIds(asked, [candidate, ...also]);
  const kept = canonicalIds(asked, keep);
  const withdrawal = withdrawalOf(asked, members, leaving, kept);
  const task = new Task(options);
  const staying = withdrawal.rows.map((row) => asked.facts.ids[row]!);
  const report = await checkSlate(asked, staying);
  const decided = await decidedOf(asked, task);
  const replacing: Replacing = {
    ...withdrawal,
    decided,
    decisions: withdrawn(rowDecisions(asked), withdrawal),
    members: staying,
    changes: options.furtherChanges ?? 0,
    size: members.length,
    task,
    apart: new Set(),
  };
  const search = await replacements(replacing, options.alternatives ?? 5);
  const { found, stopped } = search;
  return {
    candidate: leaving[0]!,
    ...(leaving.length > 1 && { also: leaving.slice(1) }),
    status: found.length > 0 ? 'optimal' : stopped ? 'unknown' : 'infeasible',
    needs: [...needsOf(asked.ruleSet, report, seatsOf(replacing))],
    replacements: found.map((best) => told(decided, leaving, staying, best)),
    ...((found.length > 0 || !stopped) && { assurance: 'one-solver' }),
    message: inEachLanguage((language) => messageOf(search, replacing, leaving, language)),
    solver: await solverNote(task),
    inputs: answerInputs(asked, { ...options, candidate: leaving[0]!, slate: members }),
  };
}

/** How many replacements there are, or why there is none. */
function messageOf(
  { found, stopped }: Awaited<ReturnType<typeof replacements>>,
  { decided, changes }: Replacing,
  leaving: readonly string[],
  language: Language,
): string {
  const who = {
    candidate: namesIn(decided, leaving, language),
    several: leaving.length > 1,
    plan: isPlan(decided),
  };
  if (found.length > 0) return phrase(language, 'explain.replace-found', { ...who, found: found.length });
  if (stopped) return phrase(language, 'explain.why-unknown', undefined);
  return phrase(language, 'explain.replace-none', { ...who, changes });
}

interface Withdrawal {
  /** All rows that are about each who withdraws. */
  readonly leavers: readonly Named[];
  /** All of these. */
  readonly gone: readonly number[];
  /** The rows of members who have confirmed. */
  readonly kept: readonly Named[];
  /** The rows of the slate as it was, and of those who stay. */
  readonly before: readonly number[];
  readonly rows: readonly number[];
}

interface Replacing extends Withdrawal {
  readonly decided: DecidedCase;
  readonly decisions: RowDecisions;
  readonly members: readonly string[];
  readonly changes: number;
  /** Members before the withdrawal. */
  readonly size: number;
  readonly task: Task;
  /** Appointments that stand for themselves, through all replacements. */
  readonly apart: Set<number>;
}

function withdrawalOf(
  asked: SlateCase,
  members: readonly string[],
  leaving: readonly string[],
  keep: readonly string[],
): Withdrawal {
  const rows = rowsById(asked.facts);
  const unknown = members.filter((member) => !rows.has(member));
  const strangers = [...leaving, ...keep].filter((id) => !members.includes(id));
  const both = keep.filter((id) => leaving.includes(id));
  const problems = [
    ...unknown.map((member) => unknownMember(asked, member)),
    ...strangers.map((id) =>
      rows.has(id)
        ? problem('explain.not-on-slate', { id, plan: asked.placement !== undefined })
        : unknownMember(asked, id),
    ),
    ...both.map((id) => problem('explain.kept-and-gone', { id })),
  ];
  if (problems.length > 0) throw new InputError(problems);
  const leavers = leaving.map((id) => ({ id, rows: rowsOfPerson(asked.facts, rows.get(id)!) }));
  const gone = leavers.flatMap((leaver) => leaver.rows);
  const before = members.map((member) => rows.get(member)!);
  return {
    leavers,
    gone,
    kept: keep.map((id) => ({ id, rows: [rows.get(id)!] })),
    before,
    rows: before.filter((row) => !gone.includes(row)),
  };
}

/** All rows about whom a row is about. */
function rowsOfPerson({ personOf, size }: FactTable, row: number): readonly number[] {
  if (personOf === undefined) return [row];
  const person = personOf(row);
  return Array.from({ length: size }, (_, other) => other).filter((other) => personOf(other) === person);
}

/**
 * Decisions once people have withdrawn: they cannot come back, not in another appointment either; who has
 * confirmed stays.
 */
function withdrawn(decisions: RowDecisions, { leavers, gone, kept }: Withdrawal): RowDecisions {
  const isGone = (row: number): boolean => gone.includes(row);
  return {
    ...decisions,
    pin: [...decisions.pin.filter(({ rows }) => rows.length === 0 || !rows.every(isGone)), ...kept],
    exclude: [...decisions.exclude, ...leavers],
  };
}

/**
 * The sizes that a slate may have afterwards: the same as before where the rules allow it. Of a plan, what
 * stays the same are the posts that are filled: one person may take over what two had, and two what one had.
 */
function sizesOf({ decided, size }: Replacing): { readonly min: number; readonly max: number } {
  const { min, max } = decided.ruleSet.size;
  const isAllowed = size >= min && size <= max;
  return isAllowed && !isPlan(decided) ? { min: size, max: size } : { min, max };
}

/** How many may join in the place of who withdraws. */
function seatsOf(replacing: Replacing): number {
  const { before, decided, gone, rows } = replacing;
  const most = Math.max(0, sizesOf(replacing).max - rows.length);
  return isPlan(decided) ? Math.min(most, vacatedPosts(decided, before, gone).most) : most;
}

async function replacements(
  replacing: Replacing,
  wanted: number,
): Promise<{ readonly found: readonly BestSlate[]; readonly stopped: boolean }> {
  const found: BestSlate[] = [];
  try {
    while (found.length < wanted) {
      replacing.task.progress(found.length, wanted);
      const best = await nextBest(replacing, found);
      if (best === undefined) break;
      found.push(best);
    }
  } catch (error) {
    if (!(error instanceof TimeLimitError)) throw error;
    return { found, stopped: true };
  }
  return { found, stopped: false };
}

function nextBest(replacing: Replacing, found: readonly BestSlate[]): Promise<BestSlate | undefined> {
  const { decided, decisions, rows, changes, task, apart } = replacing;
  const sizes = sizesOf(replacing);
  const earlier = found.map(({ rows: members }): Difference => ({ members, by: 1 }));
  const vacated = vacatedPosts(decided, replacing.before, replacing.gone);
  const joining = changes + seatsOf(replacing);
  return bestSlate(
    decided,
    {
      decisions,
      differences: [{ members: rows, by: 0 }, ...earlier],
      apart,
      structure: vacated.families,
      adjust: (bounds, meanings) => {
        limitChanges(bounds, meanings, rows.length, changes, joining);
        bounds.rowLower[SIZE_ROW] = sizes.min;
        bounds.rowUpper[SIZE_ROW] = sizes.max;
      },
    },
    task,
  );
}

function namesIn(decided: DecidedCase, ids: readonly string[], language: Language): string {
  return enumerate(
    ids.map((id) => personSaid(calledIn(decided, id, language))),
    language,
  );
}

function told(
  decided: DecidedCase,
  leaving: readonly string[],
  staying: readonly string[],
  { slate }: BestSlate,
): Replacement['replacements'][number] {
  const exchange = exchangeBetween(staying, slate.members);
  const message = inEachLanguage((language) =>
    phrase(language, 'explain.replacement', {
      candidate: namesIn(decided, leaving, language),
      several: leaving.length > 1,
      leave: exchange.leave.map((id) => calledIn(decided, id, language)),
      enter: entering(decided, exchange.enter, leaving.length, language),
      plan: isPlan(decided),
    }),
  );
  return { ...exchange, slate, message };
}

/** Who joins, by name: those who take the places of who withdraws as one. */
function entering(
  decided: DecidedCase,
  enter: readonly string[],
  places: number,
  language: Language,
): readonly string[] {
  const called = (id: string): string => calledIn(decided, id, language);
  const [first, others] = [enter.slice(0, places), enter.slice(places)];
  return first.length === 0 ? [] : [namesIn(decided, first, language), ...others.map(called)];
}
