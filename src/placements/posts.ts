import { decide } from '../rules/conditions/deciding.ts';
import type { FactTable } from '../rules/facts/fact-table.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { wayId, waysToHold } from '../rules/titles.ts';
import { VERDICT } from '../rules/conditions/three-valued.ts';

/** A title in a unit. */
export interface Post {
  readonly unit: number;
  readonly title: TitleDeclaration;
}

/** One way to be appointed in a unit: the posts that one person would hold. */
export interface PostCombination {
  /** The value of the fact `title`. */
  readonly id: string;
  readonly titles: readonly TitleDeclaration[];
  /** For each title the unit whose post it is: the same, but for a concurrent title of another unit. */
  readonly units: readonly number[];
}

/** What can be filled: the posts, and for every unit the ways to be appointed there. */
export interface Posts {
  readonly all: readonly Post[];
  readonly ways: readonly (readonly PostCombination[])[];
  /** Titles of which a missing fact of the unit leaves open whether it has them. */
  readonly open: readonly Post[];
}

/**
 * The posts of the units and the ways to hold them. A combination stands where the unit has all its
 * titles. A concurrent title (a seat in the committee) is held in the unit itself if that has it, else
 * in the only unit that does: so a ward secretary with a seat is one appointment of one person, and
 * every rule on persons, wards and the committee reads the same row.
 */
export async function postsOf(
  units: FactTable,
  titles: readonly TitleDeclaration[],
  combined: readonly (readonly string[])[],
): Promise<Posts> {
  const verdicts = await whoHas(units, titles);
  const unitsOf = (verdict: number): ReadonlyMap<string, ReadonlySet<number>> =>
    new Map(
      titles.map(({ id }) => {
        const mine = verdicts.get(id);
        const is = (unit: number): boolean => (mine?.[unit] ?? VERDICT.yes) === verdict;
        return [id, new Set(Array.from(units.ids.keys()).filter(is))];
      }),
    );
  const [has, unsure] = [unitsOf(VERDICT.yes), unitsOf(VERDICT.open)];
  const all = titles.flatMap((title) => [...has.get(title.id)!].map((unit) => ({ unit, title })));
  const byId = new Map(titles.map((title) => [title.id, title]));
  const sets = waysToHold(titles, combined).map((ids) => ids.map((id) => byId.get(id)!));
  const ways = units.ids.map((_, unit) => sets.flatMap((set) => wayIn(set, unit, has) ?? []));
  const open = titles.flatMap((title) => [...unsure.get(title.id)!].map((unit) => ({ unit, title })));
  return { all, ways, open };
}

/** Of every title that not all units have, a verdict for each unit. */
async function whoHas(
  units: FactTable,
  titles: readonly TitleDeclaration[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const limited = titles.filter(({ where }) => where !== undefined);
  const decided = await decide(
    units,
    limited.map(({ where }) => where!),
  );
  return new Map(limited.map(({ id }, index) => [id, decided[index]!.verdicts]));
}

function wayIn(
  titles: readonly TitleDeclaration[],
  unit: number,
  has: ReadonlyMap<string, ReadonlySet<number>>,
): PostCombination | undefined {
  const units = titles.map(({ id, concurrent }) => {
    const where = has.get(id)!;
    if (where.has(unit)) return unit;
    const isBesides = concurrent && titles.length > 1 && where.size === 1;
    return isBesides ? [...where][0] : undefined;
  });
  const found = units.filter((each) => each !== undefined);
  return found.length < titles.length
    ? undefined
    : { id: wayId(titles.map(({ id }) => id)), titles, units: found };
}
