import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { type RowDecisions, rowsOf } from '../optimize/model/model-options.ts';
import { canonicalIds, decidedOf, rowDecisions, rowsById } from '../slate/case.ts';
import { inputsOf } from '../slate/propose.ts';
import type { SlateCase, TaskControl } from '../slate/requests.ts';
import { Task } from '../slate/task.ts';
import { inEachLanguage } from '../words/language.ts';
import { isPlan } from '../explain/naming.ts';
import { phrase } from '../words/catalogue.ts';
import type { Loss, Robustness, Standing } from './answers.ts';
import { HardRows } from './hard-rows.ts';

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
    losses.push(search.losing(out));
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
    message: inEachLanguage((language) =>
      phrase(language, 'scenarios.robustness', {
        members: members.length,
        one: ofOne,
        two: ofTwo,
        plan: isPlan(decided),
      }),
    ),
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

/** Candidates of whom no demand can tell one from another, the better first. */
interface Kind {
  readonly rows: readonly number[];
}

class LossSearch {
  readonly #decided: DecidedCase;
  readonly #demands: HardRows;
  readonly #sums: Float64Array;
  readonly #joining: readonly Kind[];
  /** The joining kinds by the rows that they touch. */
  readonly #joiningByRow = new Map<number, Kind[]>();
  readonly #leaving: readonly Kind[];
  /** The rows of each pin: a pinned candidate may go from one appointment to another, a pinned appointment nowhere. */
  readonly #pins: readonly ReadonlySet<number>[];
  readonly #slate: readonly number[];

  constructor(decided: DecidedCase, decisions: RowDecisions, slate: readonly number[]) {
    this.#decided = decided;
    this.#slate = slate;
    this.#demands = HardRows.of(decided, decisions, slate);
    this.#sums = this.#demands.sumsOf(slate);
    const [on, excluded, pinned] = [slate, rowsOf(decisions.exclude), rowsOf(decisions.pin)].map(
      (rows) => new Set(rows),
    );
    this.#pins = decisions.pin.map(({ rows }) => new Set(rows));
    const others = Array.from({ length: decided.facts.size }, (_, row) => row).filter(
      (row) => !on!.has(row) && !excluded!.has(row) && !decided.setAside.has(row),
    );
    this.#joining = this.#kindsOf(others);
    for (const kind of this.#joining) {
      for (const row of new Set(this.#demands.touchedBy(kind.rows[0]!))) {
        const known = this.#joiningByRow.get(row);
        if (known === undefined) this.#joiningByRow.set(row, [kind]);
        else known.push(kind);
      }
    }
    this.#leaving = this.#kindsOf(slate.filter((row) => !pinned!.has(row))).map(({ rows }) => ({
      rows: rows.toReversed(),
    }));
  }

  /** Whether the slate keeps everything while nobody drops out. */
  get compliant(): boolean {
    return this.#demands.broken(this.#sums).length === 0;
  }

  #kindsOf(rows: readonly number[]): readonly Kind[] {
    const kinds = Map.groupBy(rows, (row) => JSON.stringify(this.#demands.entriesOf(row)));
    return [...kinds.values()].map((mine) => ({
      rows: mine.toSorted((one, other) => this.#compare(one, other)),
    }));
  }

  /** By points, level after level, then by id. */
  #compare(one: number, other: number): number {
    for (const { points } of this.#decided.objective.levels) {
      if (points[one] !== points[other]) return points[other]! - points[one]!;
    }
    const { ids } = this.#decided.facts;
    return ids[one]! < ids[other]! ? -1 : 1;
  }

  /** What becomes of the slate without these members. */
  losing(out: readonly number[]): Loss {
    const { ids } = this.#decided.facts;
    const sums = this.#sums.slice();
    for (const row of out) this.#demands.add(sums, row, -1);
    const broken = this.#demands.broken(sums);
    const base = { out: out.map((row) => ids[row]!), breaks: this.#named(broken) };
    if (broken.length === 0) return { ...base, standing: 'compliant', replacements: 0 };
    const comers = this.#comersInto(sums, out);
    const replacements = comers.reduce((count, { rows }) => count + rows.length, 0);
    const swap =
      comers.length > 0 ? { comes: this.#bestOf(comers), goes: undefined } : this.#bestSwap(sums, out);
    if (swap === undefined) {
      const isMendable = out.length > 1 && this.#isMendedByTwo(sums, out);
      return { ...base, standing: isMendable ? 'mendable' : 'broken', replacements };
    }
    const mend = {
      ...(swap.comes !== undefined && { comes: ids[swap.comes]! }),
      ...(swap.goes !== undefined && { goes: ids[swap.goes]! }),
    };
    return { ...base, standing: 'mendable', mend, replacements };
  }

  #named(broken: readonly number[]): string[] {
    return [...new Set(broken.map((row) => this.#demands.rows[row]!.id))];
  }

  /** The kinds of candidates of whom any one makes these sums keep everything; whoever dropped out does not come back. */
  #comersInto(sums: Float64Array, out: readonly number[]): readonly Kind[] {
    const broken = this.#demands.broken(sums);
    const lost = new Set(out.map((row) => this.#personOf(row)));
    return this.#touching(broken).filter(
      ({ rows }) => !lost.has(this.#personOf(rows[0]!)) && this.#demands.keptWith(sums, broken, rows[0]!),
    );
  }

  /** Whom a row is about. All rows of a kind are about one candidate, or each about another. */
  #personOf(row: number): string {
    const { ids, personOf } = this.#decided.facts;
    return personOf?.(row) ?? ids[row]!;
  }

  /** The kinds that can mend what is broken at all: they touch the broken row that the fewest touch. */
  #touching(broken: readonly number[]): readonly Kind[] {
    let fewest = this.#joining;
    for (const row of broken) {
      const mine = this.#joiningByRow.get(row) ?? [];
      if (mine.length < fewest.length) fewest = mine;
    }
    return fewest;
  }

  /** One more member goes, and somebody may come: the pair that costs the fewest points. */
  #bestSwap(
    sums: Float64Array,
    out: readonly number[],
  ): { readonly comes: number | undefined; readonly goes: number } | undefined {
    let best: { readonly comes: number | undefined; readonly goes: number } | undefined;
    for (const goes of this.#goers(out)) {
      const swap = this.#swapFor(goes, sums, out);
      if (swap !== undefined && (best === undefined || this.#isBetter(swap, best))) best = swap;
    }
    return best;
  }

  /** Who may go besides: one of each kind, and pinned candidates who may be appointed elsewhere. */
  #goers(out: readonly number[]): readonly number[] {
    const leaving = this.#leaving.flatMap(({ rows }) => rows.find((row) => !out.includes(row)) ?? []);
    return [...leaving, ...this.#moving(out)];
  }

  /** Appointments of pinned candidates who may be appointed elsewhere. */
  #moving(out: readonly number[]): readonly number[] {
    return this.#slate.filter((row) => !out.includes(row) && this.#pins.some((rows) => rows.has(row)));
  }

  /** The best that can come for one more who goes, where that makes all kept; whoever is pinned comes back in what the pin names. */
  #swapFor(
    goes: number,
    sums: Float64Array,
    out: readonly number[],
  ): { readonly comes: number | undefined; readonly goes: number } | undefined {
    const without = sums.slice();
    this.#demands.add(without, goes, -1);
    const pins = this.#pins.filter((rows) => rows.has(goes));
    const comers = this.#comersInto(without, out).filter(({ rows }) =>
      pins.every((pin) => pin.has(rows[0]!)),
    );
    if (comers.length > 0) return { comes: this.#bestOf(comers), goes };
    const alone = pins.length === 0 && this.#demands.broken(without).length === 0;
    return alone ? { comes: undefined, goes } : undefined;
  }

  /** Whether two who come mend it, while at most one further member goes; a pinned candidate comes back. */
  #isMendedByTwo(sums: Float64Array, out: readonly number[]): boolean {
    if (this.#takesTwo(sums, out, [])) return true;
    return this.#goers(out).some((goes) => {
      const without = sums.slice();
      this.#demands.add(without, goes, -1);
      const pins = this.#pins.filter((rows) => rows.has(goes));
      return this.#takesTwo(without, out, pins);
    });
  }

  /** Whether two candidates make these sums keep everything: one of them touches the row that the fewest touch. */
  #takesTwo(sums: Float64Array, out: readonly number[], pins: readonly ReadonlySet<number>[]): boolean {
    const lost = new Set(out.map((row) => this.#personOf(row)));
    const isBack = (pin: ReadonlySet<number>, { rows }: Kind): boolean => rows.some((row) => pin.has(row));
    return this.#touching(this.#demands.broken(sums)).some((first) => {
      if (lost.has(this.#personOf(first.rows[0]!))) return false;
      const withFirst = sums.slice();
      this.#demands.add(withFirst, first.rows[0]!, 1);
      return this.#comersInto(withFirst, out).some(
        (second) =>
          (second !== first || first.rows.length > 1) &&
          pins.every((pin) => isBack(pin, first) || isBack(pin, second)),
      );
    });
  }

  #bestOf(kinds: readonly Kind[]): number {
    return kinds.map(({ rows }) => rows[0]!).toSorted((one, other) => this.#compare(one, other))[0]!;
  }

  #isBetter(
    one: { readonly comes: number | undefined; readonly goes: number },
    other: { readonly comes: number | undefined; readonly goes: number },
  ): boolean {
    for (const { points } of this.#decided.objective.levels) {
      const gain = ({ comes, goes }: typeof one): number =>
        (comes === undefined ? 0 : points[comes]!) - points[goes]!;
      if (gain(one) !== gain(other)) return gain(one) > gain(other);
    }
    const { ids } = this.#decided.facts;
    return ids[one.goes]! < ids[other.goes]!;
  }
}
