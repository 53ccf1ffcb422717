import type { Appointment, CheckAnswer, PostAnswer } from '../../check/check-answer.ts';
import type { TitleAnswer } from '../../service/answers/answers.ts';
import { type Placed, type PlanGround, type PlanUnit, titlesInColumns } from './plan.ts';

/** What the service says of the plan in hand; what it has not said yet is absent. */
export type PlanFacts = NonNullable<CheckAnswer['placement']>;

/** Somebody who holds a post in the plan. */
export interface Holder extends Placed {
  /** What the service says of it; absent until it has answered. */
  readonly facts: Appointment | undefined;
}

/** One cell: one title of a unit, or several that one person holds and that stand beside each other. */
export interface Cell {
  readonly titles: readonly TitleAnswer[];
  /** False where the unit has no such title. */
  readonly exists: boolean;
  readonly holders: readonly Holder[];
  /** Seats that nobody has and that should be filled. */
  readonly vacant: number;
  /** Who holds it now and not in the plan. */
  readonly replaced: readonly string[];
}

/** One unit with its cells from left to right. */
export interface GridRow {
  readonly unit: PlanUnit;
  readonly cells: readonly Cell[];
}

/** Units of one kind. */
interface GridGroup {
  readonly kind: string | undefined;
  readonly rows: readonly GridRow[];
}

/** Kinds of units that have the same titles: a table of its own. */
export interface GridSection {
  readonly columns: readonly TitleAnswer[];
  readonly groups: readonly GridGroup[];
}

/** The plan as tables of units and titles. */
export interface Grid {
  readonly sections: readonly GridSection[];
}

/** Who holds what where: units by kind as rows, titles as columns. */
export function gridOf(members: readonly string[], plan: PlanGround, facts: PlanFacts): Grid {
  const columns = titlesInColumns(plan);
  const known = new Map(facts.appointments.map((each) => [each.id, each]));
  const holders = members
    .flatMap((id) => plan.find(id) ?? [])
    .map((placed): Holder => ({ ...placed, facts: known.get(placed.id) }));
  const holdersAt = Map.groupBy(holders.flatMap(postsOfHolder), ({ key }) => key);
  const postAt = new Map(facts.posts.map((post) => [keyOf(post.unit, post.title), post]));
  const rowOf = (unit: PlanUnit, titles: readonly TitleAnswer[]): GridRow => {
    const single = titles.map((title): Cell => {
      const key = keyOf(unit.name, title.id);
      return cellOf(
        title,
        postAt.get(key),
        (holdersAt.get(key) ?? []).map(({ holder }) => holder),
      );
    });
    return { unit, cells: joined(single) };
  };
  const groups = [...Map.groupBy(plan.units, ({ kind }) => kind)].map(([kind, units]) => {
    const titles = columns.filter(({ id }) => units.some(({ name }) => postAt.has(keyOf(name, id))));
    return { columns: titles, group: { kind, rows: units.map((unit) => rowOf(unit, titles)) } };
  });
  return { sections: sectionsOf(groups) };
}

/** Groups with the same columns stand in one table. */
function sectionsOf(
  groups: readonly { readonly columns: readonly TitleAnswer[]; readonly group: GridGroup }[],
): readonly GridSection[] {
  const byColumns = Map.groupBy(groups, ({ columns }) => columns.map(({ id }) => id).join());
  return [...byColumns.values()].map((same) => ({
    columns: same[0]!.columns,
    groups: same.map(({ group }) => group),
  }));
}

function keyOf(unit: string, title: string): string {
  return `${unit}\n${title}`;
}

/** A concurrent title may be of another unit, which only the service knows. */
function postsOfHolder(holder: Holder): readonly { readonly key: string; readonly holder: Holder }[] {
  const posts = holder.facts?.posts ?? holder.titles.map((title) => ({ title, unit: holder.unit }));
  return posts.map(({ unit, title }) => ({ key: keyOf(unit, title), holder }));
}

function cellOf(title: TitleAnswer, post: PostAnswer | undefined, holders: readonly Holder[]): Cell {
  const persons = new Set(holders.map(({ candidate }) => candidate));
  return {
    titles: [title],
    exists: post !== undefined,
    holders,
    vacant: post === undefined ? 0 : Math.max(0, title.seats.min - holders.length),
    replaced: post?.holders.filter((id) => !persons.has(id)) ?? [],
  };
}

/** Neighbours that the same person alone holds become one cell. */
function joined(cells: readonly Cell[]): readonly Cell[] {
  const row: Cell[] = [];
  for (const cell of cells) {
    const before = row.at(-1);
    const holder = soleHolder(cell);
    const goesOn = holder !== undefined && before !== undefined && soleHolder(before) === holder;
    if (goesOn) row[row.length - 1] = wholeOf(before, cell);
    else row.push(cell);
  }
  return row;
}

function wholeOf(one: Cell, other: Cell): Cell {
  return {
    ...one,
    titles: [...one.titles, ...other.titles],
    replaced: [...new Set([...one.replaced, ...other.replaced])],
  };
}

function soleHolder({ holders }: Cell): string | undefined {
  return holders.length === 1 ? holders[0]?.id : undefined;
}
