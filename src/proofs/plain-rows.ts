import type { FactTable } from '../rules/fact-table.ts';
import { problem } from '../words/problem.ts';
import { isAmount } from '../rules/amount.ts';
import { isBySize, type SizedRule } from '../rules/by-size.ts';
import { type DifferenceRule, isDifference } from '../rules/difference.ts';
import type {
  AmountRule,
  Condition,
  CountRule,
  Grouped,
  Ratio,
  RequireRule,
  Rule,
  RuleSet,
  ShareRule,
} from '../rules/rule-set.ts';
import type { PlainRow, RowsOfRules, Sign, Term } from './plain-model.ts';
import { numbersIn, scaledAmount } from './plain-amounts.ts';
import { roundedBound, type Side, sidesOf } from './plain-bounds.ts';
import { groupsBy, isOutside } from './plain-groups.ts';
import { PlainSizes } from './plain-sizes.ts';
import { reachOf, rowsWhere, stepOf } from './reach.ts';
import { Unprovable } from './unprovable.ts';
import { SAYS, verdictsOf } from './verdicts.ts';

/** Writes the size and every rule as rows. */
export function plainRows(ruleSet: RuleSet, facts: FactTable): RowsOfRules {
  const writer = new RowWriter(facts, ruleSet.size);
  writer.size();
  for (const rule of ruleSet.rules) writer.rule(rule);
  return writer;
}

/** Those who count in one group. */
interface InGroup {
  readonly group: string;
  readonly columns: Uint32Array;
}

class RowWriter implements RowsOfRules {
  readonly rows: PlainRow[] = [];
  readonly signs: Sign[] = [];
  readonly open: Uint8Array;
  readonly barred: Uint8Array;
  readonly #facts: FactTable;
  readonly #size: RuleSet['size'];

  /** @param size how many a slate holds. */
  constructor(facts: FactTable, size: RuleSet['size']) {
    this.#facts = facts;
    this.#size = size;
    this.open = new Uint8Array(facts.size);
    this.barred = new Uint8Array(facts.size);
  }

  size(): void {
    const terms = [{ columns: this.#everybody(), coefficient: 1 }];
    for (const { side, bound } of sidesOf(this.#size)) {
      this.rows.push({ name: { rule: 'size', bound: side }, side, bound, terms });
    }
  }

  rule(rule: Rule): void {
    if (rule.kind === 'require') this.#require(rule);
    else if (rule.per === 'unit') throw new Unprovable(problem('proofs.units-counted', { rule: rule.id }));
    else if (rule.kind === 'share') this.#share(rule);
    else if (isAmount(rule)) this.#amount(rule);
    else if (rule.represented !== undefined) this.#countGroups(rule, rule.represented);
    else if (rule.parts !== undefined) this.#countRules(rule, rule.parts);
    else if (isDifference(rule)) this.#difference(rule);
    else if (isBySize(rule)) this.#countBySize(rule);
    else this.#count(rule);
  }

  /** min ≤ Σ x ≤ max over those who match, or over those of each group. */
  #count(rule: CountRule): void {
    for (const { group, columns } of this.#counted(rule)) {
      const terms = [{ columns, coefficient: 1 }];
      for (const each of sidesOf(rule)) this.#add(rule, each, terms, 1, group);
    }
  }

  /** The same with bounds that stand in a table by size. */
  #countBySize(rule: SizedRule): void {
    const sized = new PlainSizes(rule, this.#everybody(), this.#size, this.#facts.size + this.signs.length);
    this.signs.push(...sized.signs);
    for (const { sign, bound, terms } of sized.ties())
      for (const { side } of sidesOf({ min: bound, max: bound }))
        this.#tie(rule.id, sign, side, bound, terms);
    for (const { group, columns } of this.#counted(rule))
      for (const { side, terms } of sized.rows(columns)) this.#add(rule, { side, bound: 0 }, terms, 1, group);
  }

  /** Those whom a count is about: of each of its groups, or all at once. */
  #counted(rule: CountRule): readonly (Partial<InGroup> & Pick<InGroup, 'columns'>)[] {
    return rule.forEach === undefined
      ? [{ columns: this.#matching(this.#verdicts(rule.where)) }]
      : this.#matchingIn(rule, rule);
  }

  #everybody(): Uint32Array {
    return Uint32Array.from({ length: this.#facts.size }, (_, row) => row);
  }

  /** −max ≤ Σ x of those who match `where` alone − Σ x of those who match `against` alone ≤ max. */
  #difference(rule: DifferenceRule): void {
    const { where, against, max = 0 } = rule;
    const one: CountRule = { ...rule, where: { all: [where, { not: against }] } };
    const other: CountRule = { ...rule, where: { all: [against, { not: where }] } };
    const members = [one, other].map((side) => this.#counted(side));
    members[0]!.forEach((first, index) => {
      const terms = [
        { columns: first.columns, coefficient: 1 },
        { columns: members[1]![index]!.columns, coefficient: -1 },
      ];
      for (const each of sidesOf({ min: 0 - max, max })) this.#add(rule, each, terms, 1, first.group);
    });
  }

  /** Those who match, group by group; the open ones are noted. */
  #matchingIn(rule: CountRule, grouped: Grouped): readonly InGroup[] {
    const verdicts = this.#verdicts(rule.where);
    const { names, of } = groupsBy(this.#facts, grouped);
    const members = names.map((): number[] => []);
    verdicts.forEach((verdict, row) => {
      const group = of[row]!;
      if (verdict === SAYS.no || isOutside(rule, group)) return;
      if (verdict === SAYS.open || group < 0) this.open[row] = 1;
      else members[group]!.push(row);
    });
    return names.map((group, index) => ({ group, columns: Uint32Array.from(members[index]!) }));
  }

  /**
   * min ≤ Σ u ≤ max over groups, with u = 1 where somebody of the group matches: for X of these, and M the
   * most that X can be, X − u ≥ 0 and X − M u ≤ 0.
   */
  #countGroups(rule: CountRule, fact: string): void {
    const signs = this.#matchingIn(rule, { forEach: fact }).map(({ group: sign, columns }) => {
      const terms = [{ columns, coefficient: 1 }];
      const column = this.#sign({ rule: rule.id, sign }, [{ terms, least: 1, most: Infinity }]);
      const most = Math.min(columns.length, this.#size.max);
      this.#tie(rule.id, sign, 'min', 0, [...terms, { columns: Uint32Array.of(column), coefficient: -1 }]);
      this.#tie(rule.id, sign, 'max', 0, [...terms, { columns: Uint32Array.of(column), coefficient: -most }]);
      return column;
    });
    const counted = [{ columns: Uint32Array.from(signs), coefficient: 1 }];
    for (const each of sidesOf(rule)) this.#add(rule, each, counted, 1);
  }

  /**
   * Σ z ≥ min over the rules inside, with z = 1 only where a rule is kept: with A the least that a row's sum
   * can be, a·x ≥ L becomes a·x − (L − A) z ≥ A, and with B the most a·x ≤ U becomes a·x + (B − U) z ≤ B.
   */
  #countRules(rule: CountRule, parts: readonly Rule[]): void {
    const signs = parts.map((part, index) => {
      const own = new RowWriter(this.#facts, this.#size);
      // A goal has rows also where it is one of eligibility, which else has none.
      own.rule({ ...part, strength: 'soft', weight: 1 });
      own.open.forEach((isOpen, row) => (this.open[row]! |= isOpen));
      const sign = String(index + 1);
      const where = own.rows.map(({ side, bound, terms }) => ({
        terms,
        least: side === 'min' ? bound : -Infinity,
        most: side === 'max' ? bound : Infinity,
      }));
      const column = Uint32Array.of(this.#sign({ rule: rule.id, sign }, where));
      for (const { name, side, bound, terms } of own.rows) {
        const { least, most } = reachOf(terms, this.#size.max);
        const group = 'group' in name ? name.group : undefined;
        const [free, coefficient] = side === 'min' ? [least, least - bound] : [most, most - bound];
        if (side === 'min' ? bound <= least : bound >= most) continue;
        this.#tie(rule.id, sign, side, free, [...terms, { columns: column, coefficient }], group);
      }
      return column[0]!;
    });
    const counted = [{ columns: Uint32Array.from(signs), coefficient: 1 }];
    this.#add(rule, { side: 'min', bound: rule.min ?? 0 }, counted, 1);
  }

  /** Adds a sign and gives its column. */
  #sign(name: Sign['name'], where: Sign['where']): number {
    return this.#facts.size + this.signs.push({ name, where }) - 1;
  }

  /** A row that ties a sign to the candidates; it is never missed. */
  #tie(
    rule: string,
    sign: string,
    side: Side['side'],
    bound: number,
    terms: readonly Term[],
    group?: string,
  ): void {
    const name = { rule, sign, ...(group !== undefined && { group }), bound: side };
    this.rows.push({ name, side, bound, terms });
  }

  /** For a bound p/q, cleared of its fraction: `q · matching − p · base`, at least or at most 0 (unless rounded), in each group. */
  #share(rule: ShareRule): void {
    const base = this.#verdicts(rule.of);
    const match = this.#verdicts(rule.of === undefined ? rule.where : { all: [rule.where, rule.of] });
    const groups = rule.forEach === undefined ? undefined : groupsBy(this.#facts, rule);
    const groupOf = (row: number): number => groups?.of[row] ?? 0;
    base.forEach((verdict, row) => {
      if (verdict === SAYS.no || isOutside(rule, groupOf(row))) return;
      if (verdict === SAYS.open || match[row] === SAYS.open || groupOf(row) < 0) this.open[row] = 1;
    });
    for (const [index, group] of (groups?.names ?? [undefined]).entries()) {
      const isIn = (row: number): boolean => groupOf(row) === index;
      const both = rowsWhere(match, (verdict, row) => verdict === SAYS.yes && isIn(row));
      const others = rowsWhere(
        base,
        (verdict, row) => verdict === SAYS.yes && match[row] === SAYS.no && isIn(row),
      );
      const add = (side: 'min' | 'max', { numerator, denominator }: Ratio): void => {
        const terms = [
          { columns: both, coefficient: denominator - numerator },
          { columns: others, coefficient: -numerator },
        ];
        this.#add(rule, { side, bound: roundedBound(rule, side, denominator) }, terms, denominator, group);
      };
      if (rule.min !== undefined) add('min', rule.min);
      if (rule.max !== undefined) add('max', rule.max);
    }
  }

  /** `Σ v x` against the bound b, or of an average `Σ (v − b) x` against 0; in the smallest whole numbers. */
  #amount(rule: AmountRule): void {
    const verdicts = this.#verdicts(rule.where);
    const numbers = numbersIn(this.#facts, rule.fact);
    const groups = rule.forEach === undefined ? undefined : groupsBy(this.#facts, rule);
    const members = (groups?.names ?? [undefined]).map((): Map<number, number[]> => new Map());
    verdicts.forEach((verdict, row) => {
      const group = groups === undefined ? 0 : groups.of[row]!;
      const value = numbers.of(row);
      if (verdict === SAYS.no || isOutside(rule, group)) return;
      if (value === 'none' && rule.missing === 'none') return;
      if (verdict === SAYS.open || group < 0 || typeof value === 'string') this.open[row] = 1;
      else {
        const ofGroup = members[group]!;
        const same = ofGroup.get(value);
        if (same === undefined) ofGroup.set(value, [row]);
        else same.push(row);
      }
    });
    const values = new Set(members.flatMap((ofGroup) => [...ofGroup.keys()]));
    for (const side of ['min', 'max'] as const) {
      const bound = rule[side];
      if (bound === undefined) continue;
      const scaled = scaledAmount(rule, bound, numbers.denominator, [...values]);
      members.forEach((ofGroup, index) => {
        const terms = Array.from(ofGroup, ([value, rows]) => ({
          columns: Uint32Array.from(rows),
          coefficient: scaled.coefficientOf(value),
        })).filter(({ coefficient }) => coefficient !== 0);
        this.#add(rule, { side, bound: scaled.bound }, terms, scaled.unit, groups?.names[index]);
      });
    }
  }

  /** Of those who do not satisfy it there may be none. */
  #require(rule: RequireRule): void {
    const fails: Condition = { not: rule.satisfy };
    const columns = this.#matching(
      this.#verdicts(rule.where === undefined ? fails : { all: [fails, rule.where] }),
    );
    if (rule.strength === 'hard') for (const row of columns) this.barred[row] = 1;
    else this.#add(rule, { side: 'max', bound: 0 }, [{ columns, coefficient: 1 }], 1);
  }

  #add(rule: Rule, { side, bound }: Side, terms: readonly Term[], perMember: number, group?: string): void {
    const { strength, weight } = rule;
    const isScaled = isAmount(rule) && perMember !== 1 && Number.isInteger(perMember);
    this.rows.push({
      name: { rule: rule.id, ...(group !== undefined && { group }), bound: side },
      side,
      bound,
      terms,
      ...(isScaled && { perFact: perMember }),
      ...(strength === 'soft' && { goal: { step: stepOf(rule, perMember), weight, perMember } }),
    });
  }

  #verdicts(condition: Condition | undefined): Uint8Array {
    if (condition === undefined) return new Uint8Array(this.#facts.size).fill(SAYS.yes);
    return verdictsOf(this.#facts, condition);
  }

  /** Those who match for sure; the open ones are noted. */
  #matching(verdicts: Uint8Array): Uint32Array {
    verdicts.forEach((verdict, row) => {
      if (verdict === SAYS.open) this.open[row] = 1;
    });
    return rowsWhere(verdicts, (verdict) => verdict === SAYS.yes);
  }
}
