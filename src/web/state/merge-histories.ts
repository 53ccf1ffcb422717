import { afterStep, type History, MOST_STEPS, type Step, withoutStep } from './history.ts';
import { type Conflict, mergeWork } from './merge.ts';

/** Two histories as one, and what was decided differently in them. */
interface MergedHistory {
  readonly history: History;
  readonly conflicts: readonly Conflict[];
}

/**
 * Lays what I did and took back since `base` over what others did since then: their history goes on with my
 * steps, each as what it changed. So no step of anybody is lost, and what I take back later is mine alone.
 */
export function mergeHistories(base: History, mine: History, theirs: History): MergedHistory {
  const known = new Set(base.past.map(keyOf));
  const here = new Set(mine.past.map(keyOf));
  const there = new Set(theirs.past.map(keyOf));
  const forgotten = forgottenOf(base, mine);
  const takenBack = theirs.past.filter(
    (step) => known.has(keyOf(step)) && !here.has(keyOf(step)) && !forgotten.has(keyOf(step)),
  );
  let history = takenBack.reduce<History>(
    (before, step) =>
      withoutStep(
        before,
        before.past.findIndex((each) => keyOf(each) === keyOf(step)),
      ),
    { ...theirs, future: [] },
  );
  const conflicts: Conflict[] = [];
  mine.past.forEach((step, at) => {
    if (known.has(keyOf(step)) || there.has(keyOf(step))) return;
    const laid = mergeWork(step.before, afterStep(mine, at), history.work, isWhole(step));
    conflicts.push(...laid.conflicts);
    const past = [...history.past, { ...step, before: history.work }].slice(-MOST_STEPS);
    history = { ...history, past, work: laid.work };
  });
  const future = mine.future.map((each) => ({
    ...each,
    after: mergeWork(mine.work, each.after, history.work).work,
  }));
  return { history: { ...history, future }, conflicts: latest(conflicts) };
}

/** Steps that are told apart by nothing are those from before they had ids. */
function keyOf({ id, at, did }: Step): string {
  return id ?? `${at} ${did.do} ${did.persons.join(' ')}`;
}

/** The oldest steps, of which no more are kept than {@link MOST_STEPS}: nobody took them back. */
function forgottenOf(base: History, mine: History): ReadonlySet<string> {
  if (mine.past.length < MOST_STEPS) return new Set();
  const here = new Set(mine.past.map(keyOf));
  const first = base.past.findIndex((step) => here.has(keyOf(step)));
  return new Set(base.past.slice(0, first === -1 ? base.past.length : first).map(keyOf));
}

/** Whether a step took a whole slate. */
function isWhole({ did }: Step): boolean {
  return did.do === 'take' || did.do === 'take-changes' || did.do === 'relax' || did.do === 'restore';
}

/** Of one decision the last conflict: what I did before it is of no meaning any more. */
function latest(conflicts: readonly Conflict[]): readonly Conflict[] {
  const named = (conflict: Conflict): string =>
    'id' in conflict ? `${conflict.of} ${conflict.id}` : conflict.of;
  return [...new Map(conflicts.map((each) => [named(each), each])).values()];
}
