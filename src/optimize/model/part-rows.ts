import type { CountRule } from '../../rules/rule-set.ts';
import type { RowEntry, RowFamily, RuleRow } from './row-family.ts';
import type { LinkColumn, UnitLinksByClass } from './unit-rows.ts';

/** The rows of one part, with a class for every equivalence class. */
interface PartRows extends Pick<RowFamily, 'rows' | 'classes'> {
  readonly classOf: Uint32Array;
}

/**
 * Rules that count how many of other rules are kept, at least k of them. Each part gets a column z that may
 * be 1 only where all its rows are kept: with A ≤ a·x ≤ B for every choice x of candidates, a row
 * `L ≤ a·x ≤ U` of the part becomes
 *
 *     a·x − (L − A) z ≥ A          for z = 1 the bound L, for z = 0 what always holds
 *     a·x + (B − U) z ≤ B
 *
 * and the rule is `Σ z ≥ k`. A slate that keeps k parts has such z, and such z need k parts that are kept: no
 * more is asked, so z may stay 0 where a part is kept, and there is no maximum. A and B are sums over all
 * candidates, whatever the size: bounds of the size may be moved later, the parts' own are not.
 */
export function partLinks(parts: readonly PartRows[], sizes: Uint32Array): UnitLinksByClass {
  const rows: RuleRow[] = [];
  const columns: LinkColumn[] = [];
  /** Of every part, for each of its rows the link rows that are about its sum. */
  const linked = parts.map((part) => {
    const ofLinks: RowEntry[] = [];
    const where: NonNullable<LinkColumn['where']>[number][] = [];
    const reaches = reachOf(part, sizes);
    const own = part.rows.map(({ group, lower, upper, unit }, index) => {
      const [least, most] = reaches[index]!;
      const named = group === undefined ? {} : { group };
      const mine: number[] = [];
      if (lower > least) {
        mine.push(rows.push({ ...named, lower: least, upper: Infinity, unit }) - 1);
        ofLinks.push({ row: mine.at(-1)!, coefficient: -(lower - least) });
      }
      if (upper < most) {
        mine.push(rows.push({ ...named, lower: -Infinity, upper: most, unit }) - 1);
        ofLinks.push({ row: mine.at(-1)!, coefficient: most - upper });
      }
      if (mine.length > 0) where.push({ row: mine[0]!, lower, upper });
      return mine;
    });
    columns.push({ ofRule: [{ row: 0, coefficient: 1 }], ofLinks, where });
    return own;
  });
  return { rows, columns, ...classesTogether(parts, linked) };
}

/** The row of the rule itself, over the columns of its parts. */
export function rowOfParts({ min = 0 }: CountRule): RuleRow {
  return { lower: min, upper: Infinity, unit: 1 };
}

/** For every row the least and the most that any choice of candidates adds up to. */
function reachOf({ rows, classes, classOf }: PartRows, sizes: Uint32Array): readonly [number, number][] {
  const inClass = new Float64Array(classes.length);
  classOf.forEach((own, each) => (inClass[own]! += sizes[each]!));
  const reach = rows.map((): [number, number] => [0, 0]);
  classes.forEach((entries, own) => {
    for (const { row, coefficient } of entries)
      reach[row]![coefficient < 0 ? 0 : 1] += coefficient * inClass[own]!;
  });
  return reach;
}

/** Candidates of one class in every part are of one class: it adds what each of these adds. */
function classesTogether(
  parts: readonly PartRows[],
  linked: readonly (readonly (readonly number[])[])[],
): Pick<UnitLinksByClass, 'classes' | 'classOf'> {
  const classes: (readonly RowEntry[])[] = [[]];
  const numbers = new Map<string, number>([[parts.map(() => 0).join(), 0]]);
  const classOf = new Uint32Array(parts[0]!.classOf.length);
  for (let each = 0; each < classOf.length; each += 1) {
    const own = parts.map((part) => part.classOf[each]!);
    const key = own.join();
    let number = numbers.get(key);
    if (number === undefined) {
      const entries = parts.flatMap((part, index) =>
        part.classes[own[index]!]!.flatMap(({ row, coefficient }) =>
          linked[index]![row]!.map((link) => ({ row: link, coefficient })),
        ),
      );
      number = classes.push(entries) - 1;
      numbers.set(key, number);
    }
    classOf[each] = number;
  }
  return { classes, classOf };
}
