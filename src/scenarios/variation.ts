import { isBySize } from '../rules/bounds/by-size.ts';
import { nearest } from '../rules/problems/nearest.ts';
import { meantRule, ruleNames, severalRules } from '../rules/problems/part-names.ts';
import { isConditional, onlySide, sizesLeftOut } from './movable-bound.ts';
import { compareRatios, exactNumber, ratioOf, readShare } from '../rules/facts/ratio.ts';
import type { Ratio, Rule, RuleSet, Size } from '../rules/rule-set.ts';
import { Fraction } from 'fraction.js';
import { sizeTitle } from '../check/rule-reports.ts';
import { type Text, inEachLanguage } from '../words/language.ts';
import { phrase } from '../words/catalogue.ts';
import { problem, type Problem, type Reading } from '../words/problem.ts';

/** Which bound a sweep moves: both at once, the lower or the upper one. */
type VariedSide = 'exactly' | 'min' | 'max';

/** One value of a variation, and how it is written. */
interface VariedValue {
  /** Members, or an exact share or number. */
  readonly value: number | Ratio;
  readonly text: string;
}

/** What a sweep varies: a bound of one rule or of the size, over some values in ascending order. */
export interface Variation {
  /** As it is named: `women`, `women.min`, `size`. */
  readonly name: string;
  readonly title: Text;
  /** Id of the rule; absent for the size. */
  readonly rule?: string;
  readonly side: VariedSide;
  readonly values: readonly VariedValue[];
}

/** More values than anybody looks at; also keeps a slip of the pen from filling the memory. */
const MOST_VALUES = 10_000;

const NAME = /^([a-z0-9-]+?(?:\.\d+)?)(?:\.(min|max|exactly))?$/;

/**
 * Reads what is to be varied: `women=9..15`, `women.min=9..15/2` (every second), `women=9,11,13`,
 * `size=45..47`, for shares `newcomers.min=20%..40%/5%`, and for sums and averages `cap.max=50000..60000/1000`. A
 * rule named without a side is moved on
 * both (`exactly`).
 */
export function readVariation(text: string, ruleSet: RuleSet): Reading<Variation> {
  const parts = nameIn(text);
  if (parts === undefined) return failed(problem('scenarios.bad-variation', { text }));
  const [name, id = '', written] = parts;
  const side = (written ?? 'exactly') as VariedSide;
  const meant = id === 'size' ? undefined : meantRule(ruleSet.rules, id);
  if (meant !== undefined && meant.is !== 'rule') return failed(severalRules(meant));
  const rule = meant?.rule;
  if (id !== 'size' && rule === undefined) return failed(unknownRule(id, ruleSet));
  if (rule !== undefined && (rule.kind === 'require' || isConditional(rule)))
    return failed(problem('scenarios.no-bounds', { id }));
  if (rule !== undefined && isBySize(rule)) return failed(problem('scenarios.bounds-by-size', { id }));
  const only = rule && onlySide(rule);
  if (only !== undefined && side !== only) return failed(problem(`scenarios.${only}-alone`, { id }));
  const kind = kindOf(rule);
  const values = readValues(text.slice(text.indexOf('=') + 1), kind);
  if (typeof values === 'string') return failed(problem(`scenarios.${values}`, { text, max: MOST_VALUES }));
  if (id === 'size' && values.some(({ value }) => value === 0)) {
    return failed(problem('scenarios.bad-values', { text, max: MOST_VALUES }));
  }
  const leftOut =
    id === 'size' ? values.flatMap(({ value }) => sizesLeftOut(ruleSet.rules, onlySize(value))) : [];
  if (leftOut.length > 0) return failed(problem('scenarios.size-without-line', leftOut[0]!));
  const title = titleOf(rule?.title ?? sizeTitle(ruleSet), side);
  return { ok: true, value: { name, title, ...(rule !== undefined && { rule: rule.id }), side, values } };
}

function onlySize(value: number | Ratio): Size {
  const size = Number(fractionOf(value));
  return { min: size, max: size };
}

/** What is wrong with the form of variations, whatever the rules are; {@link readVariations} says the same. */
export function malformed(texts: readonly string[]): readonly Problem[] {
  if (texts.length === 0) return [problem('scenarios.nothing-varied', undefined)];
  const bad = texts.filter((text) => nameIn(text) === undefined);
  return bad.map((text) => problem('scenarios.bad-variation', { text }));
}

/** The id and the side before the sign `=`. */
function nameIn(text: string): RegExpExecArray | undefined {
  const at = text.indexOf('=');
  return at === -1 ? undefined : (NAME.exec(text.slice(0, at).trim()) ?? undefined);
}

/** Reads everything that is to be varied; each bound once. */
export function readVariations(texts: readonly string[], ruleSet: RuleSet): Reading<readonly Variation[]> {
  if (texts.length === 0) return failed(problem('scenarios.nothing-varied', undefined));
  const readings = texts.map((text) => readVariation(text, ruleSet));
  const variations = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  const twice = variations.flatMap((each, index) => {
    const earlier = variations.slice(0, index).some((other) => overlap(each, other));
    return earlier ? [problem('scenarios.varied-twice', { name: each.name })] : [];
  });
  const problems = [
    ...readings.flatMap((reading) => (reading.ok ? [] : reading.problems)),
    ...twice,
    ...crossedBounds(variations, ruleSet),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: variations };
}

function overlap(one: Variation, other: Variation): boolean {
  const apart = one.side !== 'exactly' && other.side !== 'exactly' && one.side !== other.side;
  return one.rule === other.rule && !apart;
}

/**
 * Every rule of which some cell would ask for more at least than it allows at most, or the size. No rule
 * file and no scenario may say so, of a goal neither, and a cell is what a scenario would be.
 */
export function crossedBounds(variations: readonly Variation[], ruleSet: RuleSet): readonly Problem[] {
  return [...Map.groupBy(variations, ({ rule }) => rule)].flatMap(([id, mine]) => {
    // Moved together, bounds never cross.
    if (mine.some(({ side }) => side === 'exactly')) return [];
    const rule = ruleSet.rules.find((each) => each.id === id);
    const own = id === undefined ? ruleSet.size : boundsOf(rule);
    const kind = kindOf(rule);
    const min = mine.find(({ side }) => side === 'min')?.values.at(-1) ?? writtenValue(own.min, kind);
    const max = mine.find(({ side }) => side === 'max')?.values[0] ?? writtenValue(own.max, kind);
    if (min === undefined || max === undefined || compareValues(min.value, max.value) <= 0) return [];
    return [problem('scenarios.crossed', { id: id ?? 'size', min: min.text, max: max.text })];
  });
}

function boundsOf(rule: Rule | undefined): {
  readonly min?: number | Ratio | undefined;
  readonly max?: number | Ratio | undefined;
} {
  return rule === undefined || rule.kind === 'require' ? {} : rule;
}

function writtenValue(value: number | Ratio | undefined, kind: Kind): VariedValue | undefined {
  return value === undefined ? undefined : variedValue(fractionOf(value), kind);
}

/** In what the bounds of a rule are written; those of the size, too. */
function kindOf(rule: Rule | undefined): Kind {
  if (rule === undefined || rule.kind === 'count' || rule.kind === 'require') return 'count';
  return rule.kind === 'share' ? 'share' : 'amount';
}

function failed(found: Problem): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [found] };
}

function unknownRule(id: string, { rules }: RuleSet): Problem {
  const ids = ['size', ...ruleNames(rules.filter(({ kind }) => kind !== 'require'))];
  const meant = nearest(id, ids);
  return problem('scenarios.no-rule', { id, allowed: ids, ...(meant === undefined ? {} : { meant }) });
}

function titleOf(varied: Text, side: VariedSide): Text {
  if (side === 'exactly') return varied;
  return inEachLanguage((language) => phrase(language, 'scenarios.side', { title: varied[language], side }));
}

type Kind = 'count' | 'share' | 'amount';
type Failure = 'bad-values' | 'bad-shares' | 'bad-amounts' | 'too-many-values';

const BAD: Readonly<Record<Kind, Failure>> = {
  count: 'bad-values',
  share: 'bad-shares',
  amount: 'bad-amounts',
};

function readValues(text: string, kind: Kind): readonly VariedValue[] | Failure {
  const failure = BAD[kind];
  const lists = text.split(',').map((part) => readPart(part.trim(), kind));
  const values: VariedValue[] = [];
  for (const list of lists) {
    if (list === undefined) return failure;
    if (list === 'too-many') return 'too-many-values';
    values.push(...list);
    if (values.length > MOST_VALUES) return 'too-many-values';
  }
  const sorted = values.toSorted((one, other) => compareValues(one.value, other.value));
  return sorted.filter(
    ({ value }, index) => index === 0 || compareValues(value, sorted[index - 1]!.value) !== 0,
  );
}

/** Negative, zero or positive as one value is less than, equal to or more than the other. */
function compareValues(one: number | Ratio, other: number | Ratio): number {
  return compareRatios(asRatio(one), asRatio(other));
}

function asRatio(value: number | Ratio): Ratio {
  return typeof value === 'number' ? { numerator: value, denominator: 1 } : value;
}

function readPart(part: string, kind: Kind): readonly VariedValue[] | 'too-many' | undefined {
  const range = /^(.+?)\.\.(.+?)(?:\/([^/]+))?$/.exec(part);
  if (range === null) {
    const value = readValue(part, kind);
    return value === undefined ? undefined : [{ value, text: part }];
  }
  const from = readValue(range[1]!.trim(), kind);
  const to = readValue(range[2]!.trim(), kind);
  const step = range[3] === undefined && kind === 'count' ? 1 : readValue((range[3] ?? '').trim(), kind);
  if (from === undefined || to === undefined || step === undefined) return undefined;
  const [first, last, stride] = [from, to, step].map((each) => fractionOf(each)) as [
    Fraction,
    Fraction,
    Fraction,
  ];
  if (stride.compare(0) <= 0 || first.compare(last) > 0) return undefined;
  if (last.sub(first).div(stride).compare(MOST_VALUES) > 0) return 'too-many';
  const values: VariedValue[] = [];
  for (let at = first; at.compare(last) <= 0; at = at.add(stride)) {
    values.push(variedValue(at, kind));
  }
  return values;
}

function fractionOf(value: number | Ratio): Fraction {
  const { numerator, denominator } = asRatio(value);
  return new Fraction(numerator, denominator);
}

function variedValue(at: Fraction, kind: Kind): VariedValue {
  if (kind === 'share') return shareValue(at);
  const text = String(at.valueOf());
  return { value: kind === 'count' ? at.valueOf() : ratioOf(at), text };
}

function shareValue(share: Fraction): VariedValue {
  return {
    value: ratioOf(share),
    text: `${Math.round(share.valueOf() * 1e6) / 1e4} %`,
  };
}

function readValue(text: string, kind: Kind): number | Ratio | undefined {
  if (kind === 'count') return /^\d{1,7}$/.test(text) ? Number(text) : undefined;
  if (kind === 'amount')
    return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? exactNumber(Number(text)) : undefined;
  const share = readShare(text);
  return typeof share === 'string' ? undefined : share;
}
