import type { RowFamily } from './row-family.ts';
import type { RuleRows } from './rule-rows.ts';
import { type UnitLinks } from './unit-rows.ts';
import { countedGroups } from '../../rules/rule-conditions.ts';

/** A family whose rows a unit touches in more than so many says nothing useful of it. */
const MOST_TOUCHED = 8;

/**
 * Tightens the M of rules that count units (`unit-rows.ts`). Of the rows of the table that match in a
 * unit no more can be chosen than the standing rules let: all that combine two titles count for the
 * one post of secretary, so M is 1 and not the number of people. With a large M the linear relaxation
 * can have as many units count as it likes for next to nothing, and a solver must try them one by one.
 *
 * Only rules that always hold may be used: the bounds of all others can be moved later.
 */
export function withTightLinks(rules: readonly RuleRows[]): readonly RuleRows[] {
  const standing = rules.filter(({ rule }) => rule.standing === true);
  if (standing.length === 0) return rules;
  return rules.map((family) =>
    family.links === undefined || countedGroups(family.rule) === undefined
      ? family
      : { ...family, links: tightened(family.links, standing) },
  );
}

function tightened(links: UnitLinks, standing: readonly RowFamily[]): UnitLinks {
  const covers = standing.map((family) => coverOf(links, family));
  const most = links.rows.map((_, row) => {
    const classes = links.classes.flatMap((entries, own) =>
      entries.some((entry) => entry.row === row) ? [own] : [],
    );
    const bounds = covers.map((cover, index) => boundOf(cover, standing[index]!, classes));
    return Math.min(...bounds);
  });
  const columns = links.columns.map((column) => ({
    ...column,
    ofLinks: column.ofLinks.map(({ row, coefficient }) => ({
      row,
      coefficient: coefficient < -1 ? -Math.min(-coefficient, most[row]!) : coefficient,
    })),
  }));
  return { ...links, columns };
}

/** For each class of the links the rows of a family that it counts in; `undefined` where one of it may count in none. */
type Cover = readonly (readonly number[] | undefined)[];

function coverOf({ classOf, classes }: UnitLinks, family: RowFamily): Cover {
  const touched: (number[] | undefined)[] = classes.map(() => []);
  // Both are rules of one case, so their equivalence classes are the same.
  for (let each = 0; each < classOf.numbers.length; each += 1) {
    const own = touched[classOf.numbers[each]!];
    if (own === undefined) continue;
    const [entry] = family.classes[family.classOf.numbers[each]!]!;
    if (entry === undefined || own.length > MOST_TOUCHED) touched[classOf.numbers[each]!] = undefined;
    else if (!own.includes(entry.row)) own.push(entry.row);
  }
  return touched;
}

function boundOf(cover: Cover, { rows }: RowFamily, classes: readonly number[]): number {
  const all = new Set<number>();
  for (const own of classes) {
    const touched = cover[own];
    if (touched === undefined) return Infinity;
    for (const row of touched) all.add(row);
  }
  return [...all].reduce((sum, row) => sum + rows[row]!.upper, 0);
}
