import { conditionsOf, groupingsOf } from '../rules/rule-conditions.ts';
import { type Checkpoint, NO_LIMIT, withGrace } from '../rules/checkpoint.ts';
import { type Decided, decide } from '../rules/conditions/deciding.ts';
import { type FactTable, sliceOf } from '../rules/facts/fact-table.ts';
import type { Rule } from '../rules/rule-set.ts';
import { type Checked, conditionsOfAll, linesOfRule, ofRows } from '../check/check.ts';

/** What one exchange comes to. */
interface Outcome {
  /** Hard rules that it breaks, less those that it mends. */
  readonly broken: number;
  /** How much more the slate is worth then, as far as it is known. */
  readonly points: number;
  /** Goals that it misses, less those that it reaches. */
  readonly missed: number;
}

/** Who leaves, and who comes: rows of the table. */
type Exchange = (leaves: number, comes: number) => Outcome;

/** Whom an exchange is about: the members, those of them who may leave, and those who could come; rows of the table. */
export interface Exchanged {
  readonly members: readonly number[];
  readonly mayLeave: readonly number[];
  readonly comes: readonly number[];
}

/**
 * Of a slate that is full: for each who could come, who leaves best for them. Best is who breaks least and
 * mends most, among them who leaves most points, among them who misses fewest goals; of those alike, the
 * first.
 *
 * Every pair is tried. That stays quick because a rule knows of an exchange no more than how it sees the two
 * (its conditions, and the values by which it counts), so each rule is held against the slate once for every
 * two sights of it: of a quota on women four times, not once for each of thousands of pairs.
 *
 * @param points what somebody is worth, by row.
 * @param isPriced whether goals that are missed cost points.
 * @returns rows of those who leave, in the order of `comes`; nobody where nobody may.
 */
export async function bestLeaving(
  asked: Pick<Checked, 'facts' | 'ruleSet'>,
  { members, mayLeave, comes }: Exchanged,
  { points, isPriced }: { readonly points: (row: number) => number; readonly isPriced: boolean },
  checkpoint: Checkpoint = NO_LIMIT,
): Promise<readonly (number | undefined)[]> {
  const graced = withGrace(checkpoint);
  const rules = await sightsOfRules(asked, members, graced);
  const exchange: Exchange = (leaves, comesIn) => {
    let [broken, missed, more] = [0, 0, points(comesIn) - points(leaves)];
    for (const under of rules) {
      const outcome = under(leaves, comesIn);
      broken += outcome.broken;
      missed += outcome.missed;
      if (isPriced) more += outcome.points;
    }
    return { broken, points: more, missed };
  };
  const best: (number | undefined)[] = [];
  for (const comesIn of comes) {
    await graced.yieldOrThrow();
    let [leaver, outcome]: [number?, Outcome?] = [];
    for (const leaves of mayLeave) {
      const other = exchange(leaves, comesIn);
      if (outcome === undefined || isBetter(other, outcome)) [leaver, outcome] = [leaves, other];
    }
    best.push(leaver);
  }
  return best;
}

/** Differences of points below it are noise of binary fractions. */
const NOISE = 1e-9;

function isBetter(one: Outcome, other: Outcome): boolean {
  if (one.broken !== other.broken) return one.broken < other.broken;
  if (Math.abs(one.points - other.points) > NOISE) return one.points > other.points;
  return one.missed < other.missed;
}

/** For each rule what an exchange does to it; looked up where it has seen the like. */
async function sightsOfRules(
  { facts, ruleSet }: Pick<Checked, 'facts' | 'ruleSet'>,
  members: readonly number[],
  checkpoint: Checkpoint,
): Promise<readonly Exchange[]> {
  const decided = await decide(facts, conditionsOfAll(ruleSet), checkpoint);
  let next = 0;
  return ruleSet.rules.map((rule) => {
    const mine = decided.slice(next, (next += conditionsOf(rule).length));
    return exchangeUnder(rule, facts, members, mine);
  });
}

function exchangeUnder(
  rule: Rule,
  facts: FactTable,
  members: readonly number[],
  decided: readonly Decided[],
): Exchange {
  const standing = (rows: readonly number[]): { readonly isKept: boolean; readonly cost: number } => {
    const ofRule = decided.map(({ verdicts, ...rest }) => ({ ...rest, verdicts: ofRows(verdicts, rows) }));
    const lines = linesOfRule(rule, { facts, slate: sliceOf(facts, rows), rows }, ofRule);
    return {
      isKept: lines.every(({ status }) => status === 'kept'),
      cost: lines.reduce((sum, { cost }) => sum + cost, 0),
    };
  };
  const before = standing(members);
  const sight = sightOf(rule, facts, decided);
  const known = new Map<number, Outcome>();
  return (leaves, comes) => {
    const [of, another] = [sight(leaves), sight(comes)];
    if (of === another) return NOTHING;
    const key = of * facts.size + another;
    let outcome = known.get(key);
    if (outcome === undefined) {
      const after = standing([...members.filter((row) => row !== leaves), comes]);
      const turned = Number(before.isKept) - Number(after.isKept);
      outcome = {
        broken: rule.strength === 'hard' ? turned : 0,
        points: before.cost - after.cost,
        missed: rule.strength === 'soft' ? turned : 0,
      };
      known.set(key, outcome);
    }
    return outcome;
  };
}

/** To exchange people whom a rule cannot tell apart is nothing to it. */
const NOTHING: Outcome = { broken: 0, points: 0, missed: 0 };

/** A number for whatever a rule sees of a row: whose are the same, the rule cannot tell apart. */
function sightOf(rule: Rule, facts: FactTable, decided: readonly Decided[]): (row: number) => number {
  const columns = groupingsOf(rule).map((name) => facts.fact(name));
  const numbers = new Map<string, number>();
  const ofRow = new Map<number, number>();
  return (row) => {
    let number = ofRow.get(row);
    if (number === undefined) {
      const seen = [
        ...decided.map(({ verdicts }) => verdicts[row]!),
        ...columns.flatMap((column) => {
          if (column === undefined) return [];
          return 'codes' in column ? [column.codes[row]!] : [column.low[row]!, column.high[row]!];
        }),
      ].join(' ');
      number = numbers.get(seen) ?? numbers.size;
      numbers.set(seen, number);
      ofRow.set(row, number);
    }
    return number;
  };
}
