import { type Task, TimeLimitError } from '../../slate/task.ts';
import { ConflictMap } from './conflict-map.ts';
import type { MemberModel } from '../member-model.ts';

/** What was found of the conflicts of a question. */
export interface ConflictsFound {
  /** Irreducible sets of members, by their numbers, ascending; the smaller first. */
  readonly found: readonly (readonly number[])[];
  /** Whether these are all that there are. */
  readonly complete: boolean;
  /** Every conflict of at most this many members is among those found, or was left off for the limit. */
  readonly allUpTo: number;
  /** Whether time ran out before the limit was reached. */
  readonly stopped: boolean;
}

/** Rounds in which the order may still be proven once as many conflicts as wanted are known. */
const PROOF_ROUNDS = 150;

/**
 * Enumerates the irreducible conflicts, smallest first. Each round asks the map for a smallest set that
 * nothing is known about. If it is contradictory, it is the next conflict. If not, what its slate
 * satisfies is grown to a set that contains no known conflict: if that is satisfiable nothing larger is,
 * and the map learns the most; if it is contradictory, shrinking it gives a conflict ahead of its turn,
 * which spares the map all sets that contain it. Conflicts found ahead are listed by their size; that
 * nothing smaller is missing is proven up to {@link ConflictsFound.allUpTo}.
 *
 * @param limit how many are wanted.
 */
export async function findConflicts(model: MemberModel, limit: number, task: Task): Promise<ConflictsFound> {
  return new ConflictHunt(model, limit).run(task);
}

/** The enumeration of {@link findConflicts}, which can go on where its time ran out. */
export class ConflictHunt {
  readonly #model: MemberModel;
  readonly #limit: number;
  readonly #search: ConflictSearch;
  #spare = PROOF_ROUNDS;

  constructor(model: MemberModel, limit: number) {
    this.#model = model;
    this.#limit = limit;
    this.#search = new ConflictSearch(model);
  }

  /**
   * Goes on for as long as there is time.
   *
   * @param core a contradiction that is known: it holds the first conflict, which is then found at once.
   */
  async run(task: Task, core?: readonly number[]): Promise<ConflictsFound> {
    const search = this.#search;
    this.#model.giveTime(task);
    let stopped = false;
    try {
      if (core !== undefined) await search.reduce(core, task);
      while (search.proven < this.#limit && this.#spare > 0) {
        const worthwhile = search.largestWanted(this.#limit);
        if (worthwhile < Infinity) this.#spare -= 1;
        if (!(await search.advance(worthwhile, task))) break;
        task.progress(Math.min(search.found.length, this.#limit), this.#limit);
      }
    } catch (error) {
      if (!(error instanceof TimeLimitError)) throw error;
      stopped = true;
    }
    const inOrder = search.found.toSorted(bySize);
    return {
      found: inOrder.slice(0, this.#limit),
      complete: search.exhausted && inOrder.length <= this.#limit,
      allUpTo: search.exhausted ? Infinity : search.allUpTo,
      stopped,
    };
  }
}

class ConflictSearch {
  readonly found: (readonly number[])[] = [];
  exhausted = false;
  readonly #model: MemberModel;
  readonly #map: ConflictMap;

  constructor(model: MemberModel) {
    this.#model = model;
    this.#map = new ConflictMap(model.members.length);
  }

  /** Unknown conflicts have at least as many members as the map's smallest set. */
  get allUpTo(): number {
    return Math.max(0, this.#map.least - 1);
  }

  /** How many of those found come before every unknown one. */
  get proven(): number {
    return this.found.filter((conflict) => conflict.length <= this.#map.least).length;
  }

  /** The size of the largest conflict among the `limit` smallest known; `Infinity` while fewer are known. */
  largestWanted(limit: number): number {
    const sizes = this.found.map((conflict) => conflict.length).toSorted((one, other) => one - other);
    return sizes[limit - 1] ?? Infinity;
  }

  /**
   * One round; false when all conflicts are known.
   *
   * @param worthwhile only where a contradiction of at most so many members is known to hold a conflict is
   *   one looked for ahead of its turn.
   */
  async advance(worthwhile: number, task: Task): Promise<boolean> {
    const seed = this.#map.next();
    if (seed === undefined) {
      this.exhausted = true;
      return false;
    }
    const verdict = await this.#decide(seed.members, task);
    if (!verdict.satisfiable) {
      this.#note(seed.smallest ? seed.members : await this.#shrink(verdict.core, task));
      return true;
    }
    const grown = this.#map.extend(verdict.satisfied);
    if (grown.size === verdict.satisfied.size) return true;
    const larger = await this.#decide(grown, task);
    if (!larger.satisfiable && larger.core.length <= worthwhile) await this.reduce(larger.core, task);
    return true;
  }

  /** Notes the conflict that a contradiction holds. */
  async reduce(core: readonly number[], task: Task): Promise<void> {
    this.#note(await this.#shrink(core, task));
  }

  async #decide(set: Iterable<number>, task: Task) {
    await task.yieldOrThrow();
    const verdict = await this.#model.decide(set);
    if (verdict.satisfiable) this.#map.noteSatisfiable(verdict.satisfied);
    return verdict;
  }

  #note(conflict: readonly number[]): void {
    const ordered = conflict.toSorted((one, other) => one - other);
    this.found.push(ordered);
    this.#map.noteConflict(ordered);
  }

  /** Leaves out one member after the other, as long as the rest stays contradictory. */
  async #shrink(core: readonly number[], task: Task): Promise<readonly number[]> {
    let left = core;
    for (const member of core) {
      if (!left.includes(member)) continue;
      const rest = left.filter((other) => other !== member);
      if (this.#map.isSatisfiable(new Set(rest))) continue;
      const verdict = await this.#decide(rest, task);
      if (!verdict.satisfiable) left = verdict.core;
    }
    return left;
  }
}

function bySize(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return one.length - other.length;
  const index = one.findIndex((member, at) => member !== other[at]);
  return index === -1 ? 0 : one[index]! - other[index]!;
}
