import type { Mark } from '../drafts/draft.ts';
import type { Did } from '../state/told-action.ts';
import type { History } from '../state/history.ts';
import type { Work } from '../state/work.ts';

/** One state of the work that can be looked at and taken again. */
export interface State {
  /** Unique among the states of a draft. */
  readonly key: string;
  readonly kind: 'step' | 'mark' | 'now' | 'undone';
  /** What led to it; absent for the first state and for marks. */
  readonly did?: Did;
  /** The name that the board gave it. */
  readonly title?: string;
  /** Milliseconds since 1970-01-01 UTC; absent for the first state. */
  readonly at?: number;
  readonly work: Work;
}

/** All states of a draft, the latest first; marks stand where their time puts them, undone ones on top. */
export function statesOf({ past, work, future }: History, marks: readonly Mark[]): readonly State[] {
  const after = (index: number): Work => past[index + 1]?.before ?? work;
  const steps = past.map(({ did, at }, index): State => ({
    key: `step ${index}`,
    kind: index === past.length - 1 ? 'now' : 'step',
    did,
    at,
    work: after(index),
  }));
  const begun: State = {
    key: 'begun',
    kind: past.length === 0 ? 'now' : 'step',
    work: past[0]?.before ?? work,
  };
  const named = marks.map(({ title, at, work: marked }, index): State => {
    return { key: `mark ${index}`, kind: 'mark', title, at, work: marked };
  });
  const undone = future.map(({ did, at, after: undoneWork }, index): State => {
    return { key: `undone ${index}`, kind: 'undone', did, at, work: undoneWork };
  });
  const inTime = [begun, ...steps, ...named].toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return [...undone.toReversed(), ...inTime.toReversed()];
}
