import { decide, VERDICT } from '../rules/deciding.ts';
import type { FactTable } from '../rules/fact-table.ts';
import type { TitleDeclaration } from '../rules/rule-set.ts';
import { wayId, waysToHold } from '../rules/titles.ts';

/** A title in a unit. */
export interface Post {
  readonly unit: number;
  readonly title: TitleDeclaration;
}

/** One way to be appointed in a unit: the posts that one person would hold. */
export interface Way {
  /** The value of the fact `title`. */
  readonly id: string;
  readonly titles: readonly TitleDeclaration[];
  /** For each title the unit whose post it is: the same, but for a concurrent title of another unit. */
  readonly units: readonly number[];
}

/** What can be filled: the posts, and for every unit the ways to be appointed there. */
export interface Posts {
  readonly all: readonly Post[];
  readonly ways: readonly (readonly Way[])[];
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
  const has = await whoHas(units, titles);
  const all = titles.flatMap((title) => [...has.get(title.id)!].map((unit) => ({ unit, title })));
  const byId = new Map(titles.map((title) => [title.id, title]));
  const sets = waysToHold(titles, combined).map((ids) => ids.map((id) => byId.get(id)!));
  const ways = units.ids.map((_, unit) => sets.flatMap((set) => wayIn(set, unit, has) ?? []));
  return { all, ways };
}

async function whoHas(
  units: FactTable,
  titles: readonly TitleDeclaration[],
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const everywhere = Array.from({ length: units.size }, (_, unit) => unit);
  const limited = titles.filter(({ where }) => where !== undefined);
  const decided = await decide(
    units,
    limited.map(({ where }) => where!),
  );
  const verdicts = new Map(limited.map(({ id }, index) => [id, decided[index]!.verdicts]));
  return new Map(
    titles.map(({ id }) => {
      const mine = verdicts.get(id);
      return [id, new Set(everywhere.filter((unit) => mine === undefined || mine[unit] === VERDICT.yes))];
    }),
  );
}

function wayIn(
  titles: readonly TitleDeclaration[],
  unit: number,
  has: ReadonlyMap<string, ReadonlySet<number>>,
): Way | undefined {
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
