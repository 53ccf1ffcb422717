import { isAmount } from '../rules/bounds/amount.ts';
import { isBySize } from '../rules/bounds/by-size.ts';
import { isDifference } from '../rules/bounds/difference.ts';
import type { DecidedCase } from '../optimize/model/decided-case.ts';
import type { RowDecisions } from '../pool/decisions.ts';
import type { RowMeaning } from '../optimize/model/row-meaning.ts';
import type { MemberModel, RowSide } from './member-model.ts';
import type { CaseToExplain } from './case-to-explain.ts';

/** Counts candidates, without those whom the rules of eligibility and exclusions in the conflict bar. */
export class PoolFigures {
  readonly #case: DecidedCase;
  readonly #rows: readonly RowMeaning[];
  readonly #barred: readonly CountsIn[];
  readonly #decisions: RowDecisions;

  constructor({ decided, decisions }: CaseToExplain, { model }: MemberModel, sides: readonly RowSide[]) {
    this.#case = decided;
    this.#decisions = decisions;
    this.#rows = model.rows;
    this.#barred = sides
      .filter(({ row, side }) => side === 'max' && model.program.rowUpper[row] === 0 && this.#bars(row))
      .map(({ row }) => this.#countsIn(row));
  }

  /** How many count in a row; of a placement, persons by any of their appointments. */
  available(row: number): number {
    return this.#persons(this.#countsIn(row));
  }

  /** How many count in any of these rows. */
  availableInAny(rows: readonly number[]): number {
    const counts = rows.map((row) => this.#countsIn(row));
    return this.#persons((own) => counts.some((each) => each(own)));
  }

  /** How many count in a row and in some of these as well. */
  both(row: number, others: readonly number[]): number {
    const counts = this.#countsIn(row);
    const too = others.map((other) => this.#countsIn(other));
    return this.#persons((own) => counts(own) && too.some((each) => each(own)));
  }

  #persons(counts: CountsIn): number {
    const { facts, setAside } = this.#case;
    const persons = new Set<string | number>();
    for (let own = 0; own < facts.size; own += 1) {
      if (setAside.has(own) || !counts(own) || this.#barred.some((bars) => bars(own))) continue;
      persons.add(facts.personOf?.(own) ?? own);
    }
    return persons.size;
  }

  /** Whether nobody who adds to a row of at most 0 can be chosen: it does not weigh people against each other. */
  #bars(row: number): boolean {
    const meaning = this.#rows[row]!;
    if (meaning.kind !== 'rule') return meaning.kind === 'exclude';
    const { rule } = this.#case.rules[meaning.rule]!;
    return rule.kind !== 'share' && !isAmount(rule) && !isDifference(rule) && !isBySize(rule);
  }

  /** Whether a row of the table adds to a row of the program; for rules that count units, to one of its units. */
  #countsIn(row: number): CountsIn {
    const meaning = this.#rows[row]!;
    if (meaning.kind === 'pin' || meaning.kind === 'exclude') {
      const { rows } = this.#decisions[meaning.kind][meaning.index]!;
      return (own) => rows.includes(own);
    }
    if (meaning.kind !== 'rule') return () => true;
    const { rule, classes, classOf, links } = this.#case.rules[meaning.rule]!;
    if (links !== undefined && !isBySize(rule))
      return (own) => links.classes[links.classOf.at(own)]!.length > 0;
    const adds = classes.map((entries) =>
      entries.some((entry) => entry.row === meaning.row && entry.coefficient > 0),
    );
    return (own) => adds[classOf.at(own)]!;
  }
}

/** Whether a row of the table counts. */
type CountsIn = (own: number) => boolean;
