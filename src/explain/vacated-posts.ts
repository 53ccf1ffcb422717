import type { DecidedCase } from '../optimize/model/decided-case.ts';
import { rowNumbers } from '../optimize/model/equivalence-classes.ts';
import type { StructuralRows } from '../optimize/model/model-options.ts';
import { cellOf } from '../rules/facts/fact-table.ts';
import { postFact } from '../rules/titles.ts';

/** The posts that fall vacant where somebody withdraws from a plan. */
interface VacatedPosts {
  /** That they are filled again, and as many posts in all as before; nothing for a slate. */
  readonly families: readonly StructuralRows[];
  /** How many they are: so many may join for who withdraws. */
  readonly most: number;
}

/**
 * What a replacement in a plan must fill. With h of the holders of a post before the withdrawal, and p
 * posts filled in all,
 *
 *     Σ x_r ≥ h  over the appointments r to each post that who withdraws held,
 *     Σ (posts of r) x_r = p.
 *
 * @param before the rows of the plan.
 * @param gone the rows about who withdraws.
 */
export function vacatedPosts(
  { facts, ruleSet }: DecidedCase,
  before: readonly number[],
  gone: readonly number[],
): VacatedPosts {
  const titles = ruleSet.titles ?? [];
  const left = before.filter((row) => gone.includes(row));
  const postsAt = titles.map(({ id }) => {
    const column = facts.fact(postFact(id))!;
    return (row: number) => cellOf(column, row);
  });
  const families: StructuralRows[] = [];
  for (const unitOf of postsAt) {
    for (const unit of new Set(left.flatMap((row) => unitOf(row) ?? []))) {
      const holds = Uint32Array.from({ length: facts.size }, (_, row) => Number(unitOf(row) === unit));
      const holders = before.filter((row) => holds[row] === 1).length;
      families.push(counting('vacated post', holds, { lower: holders, upper: Infinity }));
    }
  }
  if (titles.length === 0) return { families, most: 0 };
  const posts = Uint32Array.from(
    { length: facts.size },
    (_, row) => postsAt.filter((unitOf) => unitOf(row) !== undefined).length,
  );
  const filled = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + posts[row]!, 0);
  const all = filled(before);
  families.push(counting('filled posts', posts, { lower: all, upper: all }));
  return { families, most: filled(left) };
}

/** One row over all rows of the table, each with its own number as coefficient. */
function counting(
  name: string,
  numbers: Uint32Array,
  bounds: { readonly lower: number; readonly upper: number },
): StructuralRows {
  const most = numbers.reduce((greatest, each) => Math.max(greatest, each), 0);
  const classes = Array.from({ length: most + 1 }, (_, coefficient) =>
    coefficient === 0 ? [] : [{ row: 0, coefficient }],
  );
  return { name, rows: [{ ...bounds, unit: 1 }], classOf: rowNumbers(numbers), classes };
}
