import { type Classing, comparable } from './classing.ts';
import type { Condition, Leaf, Operator, Scalar } from '../rule-set.ts';

/** What a condition says of a row: no, yes, or that it depends on a value that is missing or too rough. */
export const VERDICT = { no: 0, yes: 1, open: 2 } as const;

/** One of {@link VERDICT}. */
type Verdict = (typeof VERDICT)[keyof typeof VERDICT];

/** Says what a condition makes of a row by the states (`classing.ts`) of the facts that it reads. */
type Decider = (states: readonly number[]) => Verdict;

/**
 * Nodes that may be looked at for one question, some milliseconds: where a condition names missing facts
 * so often that this does not suffice to find out whether any values keep it, it is left open.
 */
const MOST_LOOKS = 2 ** 18;

/**
 * What the questions of one answer may spend on such trials together, about half a second of work: a pool of people
 * with empty cells asks as many questions as it has people and rules. Those that find nothing left are decided
 * part by part alone.
 */
export class Looks {
  #left = 2 ** 24;

  /** What one question may spend. */
  get forOne(): number {
    return Math.min(MOST_LOOKS, this.#left);
  }

  spend(looks: number): void {
    this.#left -= looks;
  }
}

/**
 * Makes the decider of a condition. A verdict of yes or no holds whatever the values turn out to be;
 * `open` means that some values would give yes and others no.
 *
 * Conditions are decided in Kleene's three-valued logic (S. C. Kleene, Introduction to Metamathematics,
 * 1952, § 64). It is exact where parts of a combination share no open fact. Where they do ("under 40 or
 * 40 and over"), it may call open what is sure, so the shared facts are tried class by class, those of
 * each group of entangled parts by themselves. That question is satisfiability and can take exponential
 * time: after {@link MOST_LOOKS} it is given up and left open, which is never wrong, only less than could
 * be known.
 *
 * @param facts names of the facts, in the order of `classings` and of the states that are asked about.
 * @param looks what is left for all questions of the answer.
 */
export function deciderOf(
  condition: Condition,
  facts: readonly string[],
  classings: readonly Classing[],
  looks = new Looks(),
): Decider {
  const root = nodeOf(condition, false, facts, classings);
  const domains = facts.map((_, fact) => domainsOf(fact, root, classings[fact]!));
  return (states) => new Search(states.map((state, fact) => domains[fact]!(state))).answer(root, looks);
}

/** A condition whose denials have been moved into its comparisons. */
type Node = Comparison | Combination;

interface Comparison {
  readonly fact: number;
  /** Whether it holds of the values of a class. */
  readonly holds: (own: number) => boolean;
}

interface Combination {
  readonly parts: readonly Node[];
  /** The verdict of a part that settles the whole: no for `all`, yes for `any`. */
  readonly settles: Verdict;
  /** Facts that it reads, each once. */
  readonly facts: readonly number[];
}

function nodeOf(
  condition: Condition,
  denied: boolean,
  facts: readonly string[],
  classings: readonly Classing[],
): Node {
  if ('not' in condition) return nodeOf(condition.not, !denied, facts, classings);
  if ('fact' in condition) {
    const fact = facts.indexOf(condition.fact);
    const { representatives } = classings[fact]!;
    const holds = comparison(condition);
    return { fact, holds: (own) => holds(representatives[own]!) !== denied };
  }
  const [written, isAll] = 'all' in condition ? [condition.all, true] : [condition.any, false];
  const parts = written.map((part) => nodeOf(part, denied, facts, classings));
  const settles = isAll === denied ? VERDICT.yes : VERDICT.no;
  return { parts, settles, facts: [...new Set(parts.flatMap(factsIn))] };
}

function factsIn(node: Node): readonly number[] {
  return 'fact' in node ? [node.fact] : node.facts;
}

/** A comparison of one value, in the form in which classes have it, by the operators of json-rules-engine. */
function comparison({ operator, value: other }: Leaf): (value: Scalar) => boolean {
  if (isList(other)) {
    const listed = new Set(other.map(comparable));
    return operator === 'in' ? (value) => listed.has(value) : (value) => !listed.has(value);
  }
  const compared = comparable(other);
  return (value) => COMPARE[operator as SingleOperator](value, compared);
}

function isList(value: Leaf['value']): value is readonly Scalar[] {
  return typeof value === 'object';
}

type SingleOperator = Exclude<Operator, 'in' | 'notIn'>;

const COMPARE: Readonly<Record<SingleOperator, (value: Scalar, other: Scalar) => boolean>> = {
  equal: (value, other) => value === other,
  notEqual: (value, other) => value !== other,
  lessThan: (value, other) => value < other,
  lessThanInclusive: (value, other) => value <= other,
  greaterThan: (value, other) => value > other,
  greaterThanInclusive: (value, other) => value >= other,
};

/** The classes to try for every state of a fact; of those that no comparison of the condition tells apart, the first. */
function domainsOf(fact: number, root: Node, { ranges, representatives }: Classing): Domains {
  const domains: (readonly number[] | undefined)[] = [];
  let alike: readonly number[] | undefined;
  return (state) => {
    const known = domains[state];
    if (known !== undefined) return known;
    const [first, last] = ranges[state]!;
    if (first === last) return (domains[state] = [first]);
    alike ??= firstsAlike(comparisonsOf(fact, root), representatives.length);
    return (domains[state] = [...new Set(alike.slice(first, last + 1))]);
  };
}

type Domains = (state: number) => readonly number[];

/** For every class the first that all comparisons answer alike; each for itself where there are too many to look at. */
function firstsAlike(comparisons: readonly Comparison[], classes: number): readonly number[] {
  const all = Array.from({ length: classes }, (_, own) => own);
  if (classes * comparisons.length > MOST_LOOKS) return all;
  const first = new Map<string, number>();
  return all.map((own) => {
    const key = comparisons.map(({ holds }) => Number(holds(own))).join('');
    const known = first.get(key);
    if (known === undefined) first.set(key, own);
    return known ?? own;
  });
}

function comparisonsOf(fact: number, node: Node): readonly Comparison[] {
  if ('fact' in node) return node.fact === fact ? [node] : [];
  return node.facts.includes(fact) ? node.parts.flatMap((part) => comparisonsOf(fact, part)) : [];
}

/** One question: what is said where each fact may be in any class of its domain. */
class Search {
  readonly #domains: (readonly number[])[];
  #looks = 0;
  /** Whether values were tried: what is decided part by part costs nobody else their trials. */
  #tried = false;

  constructor(domains: (readonly number[])[]) {
    this.#domains = domains;
  }

  answer(root: Node, looks: Looks): Verdict {
    const given = looks.forOne;
    this.#looks = given;
    const verdict = this.#verdictOf(root);
    if (this.#tried) looks.spend(given - Math.max(0, this.#looks));
    return verdict;
  }

  #verdictOf(node: Node): Verdict {
    this.#looks -= 1;
    return 'fact' in node ? this.#compared(node) : this.#combined(node.parts, node.settles);
  }

  #compared({ fact, holds }: Comparison): Verdict {
    const domain = this.#domains[fact]!;
    const first = holds(domain[0]!);
    for (let index = 1; index < domain.length; index += 1) {
      this.#looks -= 1;
      if (holds(domain[index]!) !== first) return VERDICT.open;
    }
    return first ? VERDICT.yes : VERDICT.no;
  }

  #combined(parts: readonly Node[], settles: Verdict): Verdict {
    const open: Node[] = [];
    for (const part of parts) {
      const verdict = this.#verdictOf(part);
      if (verdict === settles) return settles;
      if (verdict === VERDICT.open) open.push(part);
    }
    if (open.length === 0) return settles === VERDICT.no ? VERDICT.yes : VERDICT.no;
    if (this.#looks < 0) return VERDICT.open;
    // Each part alone can go either way. Parts without a common open fact do so independently.
    for (const group of this.#entangled(open)) {
      if (group.length > 1 && this.#settlesAlways(group, settles)) return settles;
    }
    return VERDICT.open;
  }

  /** Whether for all values one of these parts settles the whole; tried class by class of a shared fact. */
  #settlesAlways(parts: readonly Node[], settles: Verdict): boolean {
    this.#tried = true;
    const fact = this.#mostShared(parts);
    const domain = this.#domains[fact]!;
    try {
      for (const own of domain) {
        if (this.#looks < 0) return false;
        this.#domains[fact] = [own];
        if (this.#combined(parts, settles) !== settles) return false;
      }
      return true;
    } finally {
      this.#domains[fact] = domain;
    }
  }

  /** The open fact that most of the parts read. */
  #mostShared(parts: readonly Node[]): number {
    const readers = new Map<number, number>();
    for (const fact of parts.flatMap((part) => this.#openFacts(part))) {
      readers.set(fact, (readers.get(fact) ?? 0) + 1);
    }
    let [most, best] = [0, -1];
    for (const [fact, count] of readers) if (count > most) [most, best] = [count, fact];
    return best;
  }

  #openFacts(node: Node): readonly number[] {
    const facts = factsIn(node);
    this.#looks -= facts.length;
    return facts.filter((fact) => this.#domains[fact]!.length > 1);
  }

  /** Parts grouped so that no two groups share an open fact. */
  #entangled(parts: readonly Node[]): readonly (readonly Node[])[] {
    const before = parts.map((_, index) => index);
    const firstOf = (index: number): number => (before[index] === index ? index : firstOf(before[index]!));
    const reader = new Map<number, number>();
    for (const [index, part] of parts.entries()) {
      for (const fact of this.#openFacts(part)) {
        const other = firstOf(reader.get(fact) ?? index);
        const mine = firstOf(index);
        before[Math.max(mine, other)] = Math.min(mine, other);
        reader.set(fact, Math.min(mine, other));
      }
    }
    return [...Map.groupBy(parts.keys(), firstOf).values()].map((group) => group.map((each) => parts[each]!));
  }
}
