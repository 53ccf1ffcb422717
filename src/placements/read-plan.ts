import { plainText } from '../pool/cells/cells.ts';
import { type CsvRow, headedTable } from '../pool/reading/headed-table.ts';
import type { Pool } from '../pool/pool.ts';
import { isJson, readSlate, unknownMembers } from '../pool/read-slate.ts';
import type { TableSource } from '../pool/reading/workbook-table.ts';
import { columnOfHeading, folded, TITLE_HEADINGS } from '../pool/synonyms.ts';
import { nearest } from '../rules/problems/nearest.ts';
import type { RuleSet, TitleDeclaration } from '../rules/rule-set.ts';
import { titlesOfWay } from '../rules/titles.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import { appointmentFinder, appointmentId, titleNamed } from './named-appointments.ts';
import { readList } from './read-list.ts';
import { type Posts, postsOf, type PostCombination } from './posts.ts';
import { NO_UNIT, unitFinder } from './unit-finder.ts';
import { unitFacts } from './unit-facts.ts';
import type { Units } from './units.ts';

/** What a plan is read against. */
export interface PlanGround {
  readonly pool: Pool;
  readonly units: Units;
  readonly ruleSet: RuleSet;
}

const COLUMNS = ['unit', 'title', 'id'] as const;
type Column = (typeof COLUMNS)[number];

/** One line of a plan: somebody in one title of a unit. */
interface Line {
  readonly id: string;
  readonly unit: number;
  readonly title: string;
  readonly line: number;
}

/**
 * The appointments of a plan, by id, from a CSV with unit, title and id (Vietnamese headings will do). Titles
 * are those of the rule set, by id or by name in either language; a combined post is one line with
 * `secretary+chair`, or one line a title. Lines of one person that no combination allows become several
 * appointments, and the rules say that this is one too many. An ordered list is read by `read-list.ts`. A JSON
 * list of ids of appointments will do, too, and an answer of `propose` as JSON, whose first plan is taken.
 */
export async function readPlan(
  source: TableSource,
  file: string,
  { pool, units, ruleSet }: PlanGround,
): Promise<Reading<readonly string[]>> {
  const { list, titles: ofList = [] } = ruleSet;
  if (list !== undefined) return readList(source, file, { pool, list, titles: ofList });
  if (isJson(source)) return listedPlan(source, file, { pool, units, ruleSet });
  const table = headedTable(source, file);
  if (!table.ok) return table;
  const columns = columnsOf(table.value.headings);
  const missing = COLUMNS.filter((column) => columns[column] === -1);
  const place = { file, line: 1 };
  if (missing.length > 0) {
    return {
      ok: false,
      problems: [
        ...missing.map((column) => problem('placements.plan-column', { column }, place)),
        ...table.value.problems,
      ],
    };
  }
  const { rows, problems: misfits } = table.value;
  if (rows.length + misfits.length === 0)
    return { ok: false, problems: [problem('placements.empty-plan', {}, { file })] };
  const facts = unitFacts(units, ruleSet);
  if (!facts.ok) return facts;
  const titles = ruleSet.titles ?? [];
  const posts = await postsOf(facts.value, titles, ruleSet.combined ?? []);
  const problems: Problem[] = [...misfits];
  const lines = rows.flatMap((row) => linesOf(row, columns, { file, units, titles }, problems));
  problems.push(...lineProblems(lines, posts, units, file));
  problems.push(...lines.flatMap(({ id, line }) => unknownMembers(pool, [id], { file, line })));
  if (problems.length > 0) return { ok: false, problems };
  const ways = [...Map.groupBy(lines, ({ id }) => id)].flatMap(([id, mine]) =>
    appointed(mine, posts).map(({ unit, way }) => appointmentId(id, units.names[unit]!, way.id)),
  );
  return { ok: true, value: ways };
}

/** The appointments of a JSON list of their ids, or of an answer of `propose`. */
async function listedPlan(
  source: TableSource,
  file: string,
  { pool, units, ruleSet }: PlanGround,
): Promise<Reading<readonly string[]>> {
  const [list, facts] = [readSlate(source, file), unitFacts(units, ruleSet)];
  if (!list.ok) return list;
  if (!facts.ok) return facts;
  const titles = ruleSet.titles ?? [];
  const posts = await postsOf(facts.value, titles, ruleSet.combined ?? []);
  const find = appointmentFinder({ candidates: pool, units: facts.value, titles, posts });
  const { ids, placeOf } = list.value;
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const value = ids.flatMap((id, index): readonly string[] => {
    const place = find(id);
    if (place === undefined) {
      problems.push(problem('placements.no-appointment', { id }, placeOf(index)));
      return [];
    }
    const { candidate, unit, way } = place;
    const known = appointmentId(pool.ids[candidate]!, units.names[unit]!, posts.ways[unit]![way]!.id);
    const first = seen.get(known);
    seen.set(known, first ?? index);
    if (first !== undefined) {
      const twice = { id, first: first + 1, second: index + 1 };
      problems.push(problem('pool.slate-duplicate', twice, placeOf(index)));
    }
    return [known];
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function columnsOf(headings: readonly string[]): Readonly<Record<Column, number>> {
  const known = headings.map((heading) => columnOfHeading(heading)?.name);
  return {
    unit: known.indexOf('unit'),
    title: headings.findIndex((heading) => TITLE_HEADINGS.has(folded(heading))),
    id: known.indexOf('id'),
  };
}

/** The lines that a row stands for: one a title. A row without an id is a vacant post. */
function linesOf(
  { cells, line }: CsvRow,
  columns: Readonly<Record<Column, number>>,
  ground: { readonly file: string; readonly units: Units; readonly titles: readonly TitleDeclaration[] },
  problems: Problem[],
): readonly Line[] {
  const cell = (column: Column): string => plainText(cells[columns[column]]!);
  const place: Place = { file: ground.file, line };
  const id = cell('id');
  if (id === '') return [];
  const unit = unitFinder(ground.units.names)(cell('unit'));
  if (unit === NO_UNIT) {
    const meant = nearest(cell('unit'), ground.units.names);
    problems.push(
      problem(
        'placements.unknown-unit',
        { name: cell('unit'), ...(meant !== undefined && { meant }) },
        place,
      ),
    );
  }
  const titles = titlesOfWay(cell('title')).map((text) => {
    const title = titleNamed(text, ground.titles);
    if (title === undefined) {
      const allowed = ground.titles.map((each) => each.id);
      problems.push(problem('placements.unknown-title', { title: text, allowed }, place));
    }
    return title?.id;
  });
  return unit === NO_UNIT
    ? []
    : titles.flatMap((title) => (title === undefined ? [] : [{ id, unit, title, line }]));
}

/** Titles that the unit has not, and lines that stand twice. */
function lineProblems(lines: readonly Line[], posts: Posts, units: Units, file: string): readonly Problem[] {
  const first = new Map<string, number>();
  const here = new Set(posts.all.map(({ unit, title }) => `${unit} ${title.id}`));
  return lines.flatMap(({ id, unit, title, line }) => {
    const place = { file, line };
    const name = units.names[unit]!;
    if (!here.has(`${unit} ${title}`))
      return [problem('placements.title-not-here', { title, unit: name }, place)];
    const key = `${unit} ${title} ${id}`;
    const before = first.get(key);
    first.set(key, before ?? line);
    return before === undefined
      ? []
      : [problem('placements.repeated-line', { unit: name, title, id, first: before }, place)];
  });
}

/** The appointments that the lines of one person are: the widest ways first, each line in one of them. */
function appointed(
  lines: readonly Line[],
  posts: Posts,
): readonly { readonly unit: number; readonly way: PostCombination }[] {
  const left = new Set(lines);
  const found: { unit: number; way: PostCombination }[] = [];
  const covered = (way: PostCombination): readonly Line[] =>
    way.titles.flatMap(({ id }, index) => {
      const line = [...left].find((each) => each.title === id && each.unit === way.units[index]);
      return line === undefined ? [] : [line];
    });
  const inUnits = [...new Set(lines.map(({ unit }) => unit))];
  const ways = inUnits
    .flatMap((unit) => posts.ways[unit]!.map((way) => ({ unit, way })))
    .toSorted((one, other) => other.way.titles.length - one.way.titles.length);
  for (const { unit, way } of ways) {
    const mine = covered(way);
    if (mine.length < way.titles.length) continue;
    for (const line of mine) left.delete(line);
    found.push({ unit, way });
  }
  return found;
}
