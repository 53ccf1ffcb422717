/** Nodes that one search for a smallest set may visit before it is called too hard. */
const MOST_NODES = 300_000;

/** What the map proposes next. */
interface Seed {
  readonly members: readonly number[];
  /** No set that the map still allows has fewer members. */
  readonly smallest: boolean;
}

/**
 * The part of the subsets of n members that is not yet known, as MARCO keeps it (Liffiton, Previti,
 * Malik and Marques-Silva, "Fast, flexible MUS enumeration", Constraints 21, 2016). Two kinds of clauses
 * say what is known:
 *
 * - a satisfiable set S: all its subsets are satisfiable, so what is left has a member outside S;
 * - a conflict K: all its supersets are contradictory, so what is left lacks a member of K.
 *
 * A set that is smallest among what is left has no unknown proper subset, and none that contains a known
 * conflict: so all its proper subsets are satisfiable, and if it is contradictory it is irreducible, and
 * no unknown conflict has fewer members. When nothing is left, all conflicts are known.
 */
export class ConflictMap {
  readonly #count: number;
  /** Each lists the members outside a satisfiable set; of two, only the one that lists fewer is kept. */
  #outsides: (readonly number[])[] = [];
  readonly #conflicts: (readonly number[])[] = [];
  readonly #conflictsOf: number[][];
  #least = 0;
  #tooHard = false;
  /** What always holds contradicts itself, so every set is contradictory. */
  #hopeless = false;

  constructor(count: number) {
    this.#count = count;
    this.#conflictsOf = Array.from({ length: count }, () => []);
  }

  /** No set that the map still allows has fewer members than this. */
  get least(): number {
    return this.#least;
  }

  /** Notes that a set is satisfiable, and so are all its subsets. */
  noteSatisfiable(set: ReadonlySet<number>): void {
    const outside = Array.from({ length: this.#count }, (_, member) => member).filter(
      (member) => !set.has(member),
    );
    const listed = new Set(outside);
    this.#outsides = this.#outsides.filter((other) => !includesAll(other, listed));
    this.#outsides.push(outside);
  }

  /** Whether a set is known to be satisfiable: as a subset of one that is. */
  isSatisfiable(set: ReadonlySet<number>): boolean {
    return this.#outsides.some((outside) => !outside.some((member) => set.has(member)));
  }

  /** Notes that a set is contradictory, and so are all its supersets. */
  noteConflict(conflict: readonly number[]): void {
    if (conflict.length === 0) this.#hopeless = true;
    const index = this.#conflicts.push(conflict) - 1;
    for (const member of conflict) this.#conflictsOf[member]!.push(index);
  }

  /**
   * A set that nothing is known about, with as few members as possible; `undefined` if all is known.
   * Where finding a smallest one becomes too hard, any set is proposed, and `least` stays where it is.
   */
  next(): Seed | undefined {
    if (this.#hopeless) return undefined;
    while (!this.#tooHard && this.#least <= this.#count) {
      const search = this.#search(this.#least, MOST_NODES);
      if (search === 'too hard') this.#tooHard = true;
      else if (search !== undefined) return { members: search, smallest: true };
      else this.#least += 1;
    }
    if (!this.#tooHard) return undefined;
    const found = this.#search(this.#count, Infinity);
    return found === undefined || found === 'too hard' ? undefined : { members: found, smallest: false };
  }

  /** Adds members to a set, in order, as long as it contains no known conflict. */
  extend(set: ReadonlySet<number>): ReadonlySet<number> {
    const chosen = new Chosen(this.#count, this.#conflicts, this.#conflictsOf);
    for (const member of set) chosen.add(member);
    for (let member = 0; member < this.#count; member += 1) {
      if (!chosen.has(member) && !chosen.completes(member)) chosen.add(member);
    }
    return new Set(chosen.members());
  }

  /** Depth-first search for a set of at most `most` members that every clause allows. */
  #search(most: number, nodes: number): readonly number[] | 'too hard' | undefined {
    const chosen = new Chosen(this.#count, this.#conflicts, this.#conflictsOf);
    const barred = new Uint8Array(this.#count);
    let left = nodes;
    const visit = (room: number): boolean => {
      left -= 1;
      if (left < 0) return false;
      const open = this.#narrowest(chosen, barred, room);
      if (open === 'all hit') return true;
      if (open === undefined) return false;
      const tried: number[] = [];
      for (const member of open) {
        if (chosen.completes(member)) continue;
        chosen.add(member);
        if (visit(room - 1)) return true;
        chosen.remove(member);
        barred[member] = 1;
        tried.push(member);
      }
      for (const member of tried) barred[member] = 0;
      return false;
    };
    if (visit(most)) return chosen.members();
    return left < 0 ? 'too hard' : undefined;
  }

  /**
   * The members that may hit the clause which leaves the fewest of them; `undefined` where some clause
   * cannot be hit, or clauses that share no member are more than there is room for.
   */
  #narrowest(chosen: Chosen, barred: Uint8Array, room: number): readonly number[] | 'all hit' | undefined {
    let narrowest: readonly number[] | undefined;
    let disjoint = 0;
    const touched = new Uint8Array(this.#count);
    for (const outside of this.#outsides) {
      if (outside.some((member) => chosen.has(member))) continue;
      const open = outside.filter((member) => barred[member] === 0);
      if (open.length === 0) return undefined;
      if (narrowest === undefined || open.length < narrowest.length) narrowest = open;
      if (open.some((member) => touched[member] === 1)) continue;
      disjoint += 1;
      if (disjoint > room) return undefined;
      for (const member of open) touched[member] = 1;
    }
    return narrowest ?? 'all hit';
  }
}

/** A set under construction that knows which conflicts it is about to contain. */
class Chosen {
  readonly #has: Uint8Array;
  readonly #missing: Uint32Array;
  readonly #conflictsOf: readonly (readonly number[])[];

  constructor(
    count: number,
    conflicts: readonly (readonly number[])[],
    conflictsOf: readonly (readonly number[])[],
  ) {
    this.#has = new Uint8Array(count);
    this.#missing = Uint32Array.from(conflicts, (conflict) => conflict.length);
    this.#conflictsOf = conflictsOf;
  }

  has(member: number): boolean {
    return this.#has[member] === 1;
  }

  /** Whether a conflict would be contained if this member were added. */
  completes(member: number): boolean {
    return this.#conflictsOf[member]!.some((conflict) => this.#missing[conflict] === 1);
  }

  add(member: number): void {
    this.#has[member] = 1;
    for (const conflict of this.#conflictsOf[member]!) this.#missing[conflict]! -= 1;
  }

  remove(member: number): void {
    this.#has[member] = 0;
    for (const conflict of this.#conflictsOf[member]!) this.#missing[conflict]! += 1;
  }

  members(): readonly number[] {
    return Array.from(this.#has.keys()).filter((member) => this.#has[member] === 1);
  }
}

function includesAll(list: readonly number[], wanted: ReadonlySet<number>): boolean {
  if (list.length < wanted.size) return false;
  let found = 0;
  for (const member of list) if (wanted.has(member)) found += 1;
  return found === wanted.size;
}
