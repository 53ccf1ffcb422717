import { wordKey } from '../../tables/text/same-word.ts';
import { smallTable, type SmallRow } from '../../tables/csv/small-table.ts';
import { problem, type Problem } from '../../words/problem.ts';
import type { Library } from '../extends.ts';
import { DROPPED_KEY } from '../yaml/dropped-keys.ts';
import { fieldsOf, isFields, itemsOf, writtenText, type Fields, type Path } from '../yaml/written-values.ts';
import type { YamlFile } from '../yaml/yaml-file.ts';

/** What a table beside a rule file may be called: a name without a folder. */
export const TABLE_NAME = /^[^/\\:*?"<>|]+\.(?:csv|tsv|xlsx|ods|xls)$/i;

/** A rule file of which the tables that it names have been read. */
interface WithTables {
  readonly yaml: YamlFile;
  /** Their texts, in the order of the rules: they count for the hash of the rule set. */
  readonly tables: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the tables of membership that rules in proportion name (`table` instead of `to`), and puts the numbers of
 * their groups where a file has written numbers: what comes after knows of no table. A rule whose table cannot be read
 * stays as it is.
 */
export async function withTables(yaml: YamlFile, library: Library): Promise<WithTables> {
  const rules = itemsOf(fieldsOf(yaml.data)['rules']);
  const [tables, problems]: [string[], Problem[]] = [[], []];
  const filled: unknown[] = [];
  for (const [index, rule] of rules.entries()) {
    const { proportion } = fieldsOf(rule);
    const { table, to } = fieldsOf(proportion);
    const path: Path = ['rules', index, 'proportion', 'table'];
    if (!isFields(rule) || !isFields(proportion) || !isFields(table) || to !== undefined) {
      filled.push(rule);
      continue;
    }
    const read = await numbersIn(table, path, yaml, library);
    problems.push(...read.problems);
    if (read.text !== undefined) tables.push(read.text);
    const { table: _, ...rest } = proportion;
    filled.push(read.to === undefined ? rule : { ...rule, proportion: { ...rest, to: read.to } });
  }
  if (tables.length === 0) return { yaml, tables, problems };
  return { yaml: { ...yaml, data: { ...fieldsOf(yaml.data), rules: filled } }, tables, problems };
}

/** The numbers of a table by group, or what is wrong with it. */
interface Numbers {
  readonly text?: string;
  readonly to?: Readonly<Record<string, number>>;
  readonly problems: readonly Problem[];
}

async function numbersIn(table: Fields, path: Path, yaml: YamlFile, library: Library): Promise<Numbers> {
  const [file, group, number] = ['file', 'group', 'number'].map((key) => writtenText(table[key]));
  // What is missing or of another type is told by the shape.
  if (file === undefined || group === undefined || number === undefined) return { problems: [] };
  const place = yaml.placeOf([...path, 'file']);
  const found = TABLE_NAME.test(file) ? await library.resolve(file, yaml.file) : undefined;
  if (found === undefined) return { problems: [problem('rules.no-membership-table', { file }, place)] };
  const rows = smallTable(found.text);
  if ('unreadable' in rows) {
    const line = { file: found.file, line: rows.unreadable };
    return { problems: [problem('rules.membership-line', undefined, line)] };
  }
  return { text: found.text, ...byGroup(rows, { group, number }, found.file) };
}

function byGroup(
  [head, ...rows]: readonly SmallRow[],
  columns: { readonly group: string; readonly number: string },
  file: string,
): Pick<Numbers, 'to' | 'problems'> {
  const headings = head?.cells ?? [];
  const columnOf = (name: string): number => headings.findIndex((each) => wordKey(each) === wordKey(name));
  const unknown = Object.values(columns).filter((name) => columnOf(name) === -1);
  if (unknown.length > 0) {
    const allowed = headings.filter((each) => each !== '');
    return {
      problems: unknown.map((name) =>
        problem('rules.no-membership-column', { name, allowed }, { file, line: head?.line ?? 1 }),
      ),
    };
  }
  const [ofGroup, ofNumber] = [columnOf(columns.group), columnOf(columns.number)];
  const to = new Map<string, number>();
  const problems: Problem[] = [];
  for (const { cells, line } of rows) {
    const [group, number] = [cells[ofGroup] ?? '', cells[ofNumber] ?? ''];
    if (group === '' && number === '') continue;
    const place = { file, line };
    if (group === '') problems.push(problem('rules.membership-without-group', { number }, place));
    else if (group === DROPPED_KEY) problems.push(problem('rules.dropped-key', { key: group }, place));
    else if (to.has(group)) problems.push(problem('rules.membership-twice', { group }, place));
    else if (!/^\d{1,15}(?:\.0+)?$/.test(number))
      problems.push(problem('rules.membership-number', { group, number }, place));
    else to.set(group, Number(number));
  }
  if (to.size === 0 && problems.length === 0)
    problems.push(problem('rules.membership-empty', undefined, { file }));
  return problems.length > 0 ? { problems } : { to: Object.fromEntries(to), problems };
}
