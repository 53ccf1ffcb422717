import type { FactTable } from '../rules/facts/fact-table.ts';
import { isAmount } from '../rules/bounds/amount.ts';
import { isBySize, type SizedRule } from '../rules/bounds/by-size.ts';
import { type DifferenceRule, isDifference } from '../rules/bounds/difference.ts';
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
import { GROUP, groupsBy, isOutside, matchingAmong, matchingIn } from './plain-groups.ts';
import { PlainSizes } from './plain-sizes.ts';
import { type Matching, TiedSigns } from './plain-signs.ts';
import { rowsByGroup, rowsThatSay, goalStep } from './reach.ts';
import { LooksOfAll, SAYS, verdictsOf } from './verdicts.ts';

/** Writes the size and every rule as rows. */
export function plainRows(ruleSet: RuleSet, facts: FactTable): RowsOfRules {
  const writer = new RowWriter(facts, ruleSet.size);
  writer.size();
  for (const rule of ruleSet.rules) writer.rule(rule);
  return writer;
}

/** Units are groups of a plan; who is in none counts in none. */
const UNITS: Grouped = { forEach: 'unit', missing: 'none' };

class RowWriter implements RowsOfRules {
  readonly rows: PlainRow[] = [];
  readonly #signs: TiedSigns;
  readonly open: Uint8Array;
  readonly barred: Uint8Array;
  readonly #facts: FactTable;
  readonly #size: RuleSet['size'];
  readonly #looks = new LooksOfAll();

  /** @param size how many a slate holds. */
  constructor(facts: FactTable, size: RuleSet['size']) {
    this.#facts = facts;
    this.#size = size;
    this.open = new Uint8Array(facts.size);
    this.barred = new Uint8Array(facts.size);
    this.#signs = new TiedSigns(this.rows, facts.size, size.max);
  }

  get signs(): readonly Sign[] {
    return this.#signs.all;
  }

  size(): void {
    const terms = [{ columns: this.#everybody(), coefficient: 1 }];
    for (const { side, bound } of sidesOf(this.#size)) {
      this.rows.push({ name: { rule: 'size', bound: side }, side, bound, terms });
    }
  }

  rule(rule: Rule): void {
    if (rule.kind === 'require') this.#require(rule);
    else if (isAmount(rule)) this.#amount(rule);
    else if (rule.kind === 'share') this.#anyShare(rule);
    else if (rule.per === 'unit') this.#countGroups(rule, UNITS);
    else if (rule.represented !== undefined) this.#countRepresented(rule, rule.represented);
    else if (rule.parts !== undefined) this.#countRules(rule, rule.parts);
    else if (isDifference(rule)) this.#difference(rule);
    else if (isBySize(rule)) this.#countBySize(rule);
    else this.#count(rule);
  }

  /** min ≤ Σ x ≤ max over those who match, or over those of each group. */
  #count(rule: CountRule): void {
    for (const { group, columns } of this.#counted(rule.where, rule)) {
      const terms = [{ columns, coefficient: 1 }];
      for (const each of sidesOf(rule)) this.#add(rule, each, terms, 1, group);
    }
  }

  /** The same with bounds that stand in a table by size. */
  #countBySize(rule: SizedRule): void {
    const sized = new PlainSizes(rule, this.#everybody(), this.#size, this.#signs.next);
    for (const { name, where } of sized.signs) this.#signs.add(name, where);
    for (const { sign, bound, terms } of sized.ties())
      for (const { side } of sidesOf({ min: bound, max: bound }))
        this.#signs.tie({ rule: rule.id, sign }, side, bound, terms);
    for (const { group, columns } of this.#counted(rule.where, rule))
      for (const { side, terms } of sized.rows(columns)) this.#add(rule, { side, bound: 0 }, terms, 1, group);
  }

  /** Those whom a count is about: of each of its groups, or all at once. */
  #counted(
    where: Condition | undefined,
    grouped: Grouped,
  ): readonly (Partial<Matching> & Pick<Matching, 'columns'>)[] {
    return grouped.forEach === undefined
      ? [{ columns: this.#matching(this.#verdicts(where)) }]
      : this.#matchingIn(where, grouped);
  }

  #everybody(): Uint32Array {
    return new Uint32Array(this.#facts.size).map((_, row) => row);
  }

  /** −max ≤ Σ x of those who match `where` alone − Σ x of those who match `against` alone ≤ max. */
  #difference(rule: DifferenceRule): void {
    const { where, against, max = 0 } = rule;
    const one: Condition = { all: [where, { not: against }] };
    const other: Condition = { all: [against, { not: where }] };
    const members = [one, other].map((side) => this.#counted(side, rule));
    members[0]!.forEach((first, index) => {
      const terms = [
        { columns: first.columns, coefficient: 1 },
        { columns: members[1]![index]!.columns, coefficient: -1 },
      ];
      for (const each of sidesOf({ min: 0 - max, max })) this.#add(rule, each, terms, 1, first.group);
    });
  }

  /** The groups of a rule; where it has none, one without a name, that all rows are in. */
  #groupsOf(rule: Grouped): { readonly names: readonly (string | undefined)[]; readonly of: Int32Array } {
    if (rule.forEach !== undefined) return groupsBy(this.#facts, rule);
    return { names: [undefined], of: new Int32Array(this.#facts.size) };
  }

  #matchingIn(where: Condition | undefined, grouped: Grouped): readonly Matching[] {
    return matchingIn(this.#facts, grouped, this.#verdicts(where), this.open);
  }

  /** min ≤ Σ u ≤ max over groups, with u = 1 where somebody of the group matches. */
  #countGroups(rule: CountRule, grouped: Grouped): void {
    this.#countSigns(rule, this.#matchingIn(rule.where, grouped));
  }

  #countRepresented(rule: CountRule, fact: string): void {
    if (rule.several === undefined) this.#countGroups(rule, { ...rule, forEach: fact });
    else
      this.#countSigns(
        rule,
        matchingAmong(this.#facts, { ...rule, fact }, this.#verdicts(rule.where), this.open),
      );
  }

  #countSigns(rule: CountRule, groups: readonly Matching[]): void {
    const columns = this.#signs.ofGroups({ rule: rule.id }, groups);
    for (const each of sidesOf(rule)) this.#add(rule, each, [{ columns, coefficient: 1 }], 1);
  }

  /** Σ z ≥ min over the rules inside, with z = 1 only where a rule is kept. */
  #countRules(rule: CountRule, parts: readonly Rule[]): void {
    const columns = parts.map((part, index) => {
      const { rows, open } = this.#rowsOf(part);
      open.forEach((isOpen, row) => (this.open[row]! |= isOpen));
      return this.#signs.ofRule({ rule: rule.id, sign: String(index + 1) }, rows);
    });
    const counted = [{ columns: Uint32Array.from(columns), coefficient: 1 }];
    this.#add(rule, { side: 'min', bound: rule.min ?? 0 }, counted, 1);
  }

  /** The rows of a rule inside another one. A goal has rows also where it is one of eligibility, which else has none. */
  #rowsOf(part: Rule): RowsOfRules {
    const own = new RowWriter(this.#facts, this.#size);
    own.rule({ ...part, strength: 'soft', weight: 1 });
    return own;
  }

  #anyShare(rule: ShareRule): void {
    if (rule.per === 'unit') this.#shareOfUnits(rule);
    else this.#share(rule);
  }

  /** As of members, of units that are represented: `q · matching − p · base`; without `of` the base is all there are. */
  #shareOfUnits(rule: ShareRule): void {
    const { id, where, of } = rule;
    const groups = this.#matchingIn(of === undefined ? where : { all: [where, of] }, UNITS);
    const matching = this.#signs.ofGroups({ rule: id }, groups);
    const base =
      of === undefined ? [] : this.#signs.ofGroups({ rule: id, of: true }, this.#matchingIn(of, UNITS));
    const units = of === undefined ? groups.length : 0;
    for (const side of ['min', 'max'] as const) {
      const ratio = rule[side];
      if (ratio === undefined) continue;
      const { numerator: p, denominator: q } = ratio;
      const terms = [
        { columns: matching, coefficient: q },
        { columns: Uint32Array.from(base), coefficient: -p },
      ];
      this.#add(rule, { side, bound: roundedBound(rule, side, q) + p * units }, terms, q);
    }
  }

  /**
   * For a bound p/q, cleared of its fraction: `q · matching − p · base`, at least or at most 0 (unless
   * rounded), in each group.
   */
  #share(rule: ShareRule): void {
    const base = this.#verdicts(rule.of);
    const match = this.#verdicts(rule.of === undefined ? rule.where : { all: [rule.where, rule.of] });
    const { names, of } = this.#groupsOf(rule);
    const matching = new Int32Array(of.length).fill(GROUP.none);
    const rest = new Int32Array(of.length).fill(GROUP.none);
    for (let row = 0; row < of.length; row += 1) {
      const group = of[row]!;
      if (base[row] === SAYS.no || isOutside(rule, group)) continue;
      if (base[row] === SAYS.open || match[row] === SAYS.open || group < 0) this.open[row] = 1;
      if (match[row] === SAYS.yes) matching[row] = group;
      else if (base[row] === SAYS.yes && match[row] === SAYS.no) rest[row] = group;
    }
    const [both, others] = [rowsByGroup(names.length, matching), rowsByGroup(names.length, rest)];
    for (const [index, group] of names.entries()) {
      const add = (side: 'min' | 'max', { numerator, denominator }: Ratio): void => {
        const terms = [
          { columns: both[index]!, coefficient: denominator - numerator },
          { columns: others[index]!, coefficient: -numerator },
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
    const { names, of } = this.#groupsOf(rule);
    const members = names.map((): Map<number, number[]> => new Map());
    for (let row = 0; row < of.length; row += 1) {
      const group = of[row]!;
      if (verdicts[row] === SAYS.no || isOutside(rule, group)) continue;
      const value = numbers.of(row);
      if (value === 'none' && rule.missing === 'none') continue;
      // Of nothing it does not matter whether it counts, nor where.
      if (value === 0 && rule.kind === 'sum') continue;
      if (verdicts[row] === SAYS.open || group < 0 || typeof value === 'string') {
        this.open[row] = 1;
        continue;
      }
      const ofGroup = members[group]!;
      const same = ofGroup.get(value);
      if (same === undefined) ofGroup.set(value, [row]);
      else same.push(row);
    }
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
        this.#add(rule, { side, bound: scaled.bound }, terms, scaled.unit, names[index]);
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
      ...(strength === 'soft' && { goal: { step: goalStep(rule, perMember), weight, perMember } }),
    });
  }

  #verdicts(condition: Condition | undefined): Uint8Array {
    if (condition === undefined) return new Uint8Array(this.#facts.size).fill(SAYS.yes);
    return verdictsOf(this.#facts, condition, this.#looks);
  }

  /** Those who match for sure; the open ones are noted. */
  #matching(verdicts: Uint8Array): Uint32Array {
    for (let row = 0; row < verdicts.length; row += 1) {
      if (verdicts[row] === SAYS.open) this.open[row] = 1;
    }
    return rowsThatSay(verdicts, SAYS.yes);
  }
}
