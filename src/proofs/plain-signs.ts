import type { PlainRow, Sign, Term } from './plain-model.ts';
import type { RuleSign } from './proof.ts';
import { reachOf } from './reach.ts';

/** Who of a group matches. */
export interface Matching {
  readonly group: string;
  readonly columns: Uint32Array;
}

/** The signs of a model, and the rows that tie them to the candidates, which are never missed. */
export class TiedSigns {
  readonly all: Sign[] = [];
  readonly #rows: PlainRow[];
  readonly #first: number;
  readonly #seats: number;

  /**
   * @param rows where the ties are added.
   * @param first the column of the first sign.
   * @param seats how many a slate holds at most.
   */
  constructor(rows: PlainRow[], first: number, seats: number) {
    this.#rows = rows;
    this.#first = first;
    this.#seats = seats;
  }

  /**
   * A sign u of every group that is 1 where somebody of these is there: for X of them, and M the most that X
   * can be, X − u ≥ 0 and X − M u ≤ 0.
   *
   * @returns the columns.
   */
  ofGroups(of: Omit<RuleSign, 'sign'>, groups: readonly Matching[]): Uint32Array {
    const columns = groups.map(({ group, columns: matching }) => {
      const name = { ...of, sign: group };
      const terms = [{ columns: matching, coefficient: 1 }];
      const column = this.add(name, [{ terms, least: 1, most: Infinity }]);
      const most = Math.min(matching.length, this.#seats);
      this.tie(name, 'min', 0, [...terms, { columns: Uint32Array.of(column), coefficient: -1 }]);
      this.tie(name, 'max', 0, [...terms, { columns: Uint32Array.of(column), coefficient: -most }]);
      return column;
    });
    return Uint32Array.from(columns);
  }

  /**
   * A sign z that is 1 only where a rule is kept: with A the least that a row's sum can be, a·x ≥ L becomes
   * a·x − (L − A) z ≥ A, and with B the most a·x ≤ U becomes a·x + (B − U) z ≤ B.
   *
   * @param rows those of the rule.
   * @returns the column.
   */
  ofRule(name: RuleSign, rows: readonly PlainRow[]): number {
    const where = rows.map(({ side, bound, terms }) => ({
      terms,
      least: side === 'min' ? bound : -Infinity,
      most: side === 'max' ? bound : Infinity,
    }));
    const sign = this.add(name, where);
    for (const { name: own, side, bound, terms } of rows) {
      const { least, most } = reachOf(terms, this.#seats);
      const group = 'group' in own ? own.group : undefined;
      const [free, coefficient] = side === 'min' ? [least, least - bound] : [most, most - bound];
      if (side === 'min' ? bound <= least : bound >= most) continue;
      this.tie(name, side, free, [...terms, { columns: Uint32Array.of(sign), coefficient }], group);
    }
    return sign;
  }

  /** The column of the sign that is added next. */
  get next(): number {
    return this.#first + this.all.length;
  }

  /** Adds a sign and gives its column. */
  add(name: Sign['name'], where: Sign['where']): number {
    return this.#first + this.all.push({ name, where }) - 1;
  }

  /** Adds a row that ties a sign to the candidates. */
  tie(sign: RuleSign, side: PlainRow['side'], bound: number, terms: readonly Term[], group?: string): void {
    const name = { ...sign, ...(group !== undefined && { group }), bound: side };
    this.#rows.push({ name, side, bound, terms });
  }
}
