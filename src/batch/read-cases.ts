import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, parse } from 'node:path';
import { z } from 'zod';
import { isUnknownName, pathNamed, SHIPPED } from '../opening/shipped.ts';
import { bytesOfFile, readable } from '../tables/read-file.ts';
import { plainText } from '../pool/cells/cells.ts';
import { headedTable } from '../pool/reading/headed-table.ts';
import { folded } from '../pool/synonyms.ts';
import { shapedYaml } from '../rules/problems/shaped-yaml.ts';
import { fields } from '../rules/conditions/condition-schema.ts';
import { untranslated } from '../words/language.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import type { NamedBatch, NamedCase } from './cases.ts';

/** Files that can hold candidates. */
const TABLES: ReadonlySet<string> = new Set(['.csv', '.xlsx', '.ods', '.xls']);

/**
 * Reads what a batch is to answer: a table with a line a case (CSV), a file `batch.yaml`, or a folder. A
 * folder is that of its `batch.yaml` or its `cases.csv`, or else every table in it is the candidates of a
 * case. Paths in a file count from its folder.
 */
export async function readBatch(path: string): Promise<Reading<NamedBatch>> {
  const read = await readable(path, () => batchAt(pathNamed(path)));
  return read.ok ? read.value : read;
}

async function batchAt(named: string): Promise<Reading<NamedBatch>> {
  if (!(await stat(named)).isDirectory()) return batchInFile(named);
  const files = await readdir(named);
  for (const own of ['batch.yaml', 'cases.csv']) {
    if (files.includes(own)) return batchInFile(join(named, own));
  }
  return batchOfTables(named, files);
}

async function batchInFile(file: string): Promise<Reading<NamedBatch>> {
  const bytes = await readFile(file);
  if (/\.(?:ya?ml|json)$/i.test(file)) return batchInYaml(bytes.toString('utf8'), file);
  const cases = casesInTable(bytes, file);
  return cases.ok ? { ok: true, value: { cases: cases.value, under: [], costs: [] } } : cases;
}

function batchOfTables(folder: string, files: readonly string[]): Reading<NamedBatch> {
  const tables = files.filter((file) => TABLES.has(extname(file).toLowerCase())).toSorted();
  if (tables.length === 0) {
    return { ok: false, problems: [problem('batch.no-cases', undefined, { file: folder })] };
  }
  const cases = tables.map((file): NamedCase => ({
    id: parse(file).name,
    title: untranslated(parse(file).name),
    pool: join(folder, file),
    carried: new Map(),
    place: { file: join(folder, file) },
  }));
  const problems = repeatedCases(cases);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { cases, under: [], costs: [] } };
}

const caseShape = z.looseObject({
  id: z.string().min(1),
  title: z.string().optional(),
  pool: z.string().min(1),
  units: z.string().optional(),
  rules: z.string().optional(),
  scenario: z.string().optional(),
});

/** The shape of `batch.yaml`. */
const batchShape = fields({
  rules: z.string().optional(),
  scenarios: z.string().optional().meta({ description: 'The file with the scenarios.' }),
  under: z.array(z.string()).optional(),
  costs: z.array(z.string()).optional(),
  table: z.string().optional().meta({ description: 'A CSV with a line a case.' }),
  cases: z.array(caseShape).min(1).optional(),
});

async function batchInYaml(text: string, file: string): Promise<Reading<NamedBatch>> {
  const read = shapedYaml(text, file, batchShape);
  if (!read.ok) return read;
  const { yaml } = read.value;
  const { rules, scenarios, under = [], costs = [], table, cases: written } = read.value.written;
  const from = beside(file);
  if ((table === undefined) === (written === undefined)) {
    return { ok: false, problems: [problem('batch.no-cases', undefined, { file })] };
  }
  const ofTable = table === undefined ? undefined : await tableOf(from(table));
  if (ofTable?.ok === false) return ofTable;
  const cases =
    ofTable?.value ??
    (written ?? []).map((each, at) =>
      caseOf(
        new Map(Object.entries(each).map(([key, cell]) => [key, String(cell)])),
        yaml.placeOf(['cases', at]),
        from,
      ),
    );
  const twice = repeatedCases(cases);
  if (twice.length > 0) return { ok: false, problems: twice };
  return {
    ok: true,
    value: {
      cases,
      under,
      costs,
      ...(rules !== undefined && { rules: from(rules) }),
      ...(scenarios !== undefined && { scenarios: from(scenarios) }),
    },
  };
}

async function tableOf(file: string): Promise<Reading<readonly NamedCase[]>> {
  const bytes = await bytesOfFile(file);
  return bytes.ok ? casesInTable(bytes.value, file) : bytes;
}

/** The columns of a table of cases with a meaning, by folded spelling; all others go along. */
const COLUMNS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    id: ['id', 'case', 'mã', 'hồ sơ'],
    title: ['title', 'name', 'tên', 'tên gọi'],
    pool: ['pool', 'candidates', 'nguồn nhân sự', 'nguồn'],
    units: ['units', 'đơn vị'],
    rules: ['rules', 'rule set', 'bộ quy tắc', 'quy tắc'],
    scenario: ['scenario', 'phương án'],
  }).flatMap(([column, spellings]) => spellings.map((each) => [folded(each), column] as const)),
);

function casesInTable(bytes: Buffer, file: string): Reading<readonly NamedCase[]> {
  const table = headedTable(bytes, file);
  if (!table.ok) return table;
  const { headings, rows, problems: misfits } = table.value;
  const columns = headings.map((heading) => COLUMNS.get(folded(heading)) ?? heading);
  if (!columns.includes('pool')) {
    return { ok: false, problems: [problem('batch.no-pool-column', undefined, { file, line: 1 })] };
  }
  if (rows.length + misfits.length === 0) {
    return { ok: false, problems: [problem('batch.no-cases', undefined, { file })] };
  }
  const lines = rows.map(({ cells, line }) => ({
    cells: new Map(columns.map((column, at) => [column, plainText(cells[at]!)])),
    place: { file, line },
  }));
  const poolless = lines
    .filter(({ cells }) => cells.get('pool') === '')
    .map(({ place }) => problem('batch.no-pool', undefined, { ...place, field: 'pool' }));
  const cases = lines.map(({ cells, place }) => caseOf(cells, place, beside(file)));
  const problems = [...misfits, ...poolless, ...(poolless.length > 0 ? [] : repeatedCases(cases))];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: cases };
}

const OWN = new Set(['id', 'title', 'pool', 'units', 'rules', 'scenario']);

/** A case from its cells; what has no id is called by its file. */
function caseOf(cells: ReadonlyMap<string, string>, place: Place, from: (path: string) => string): NamedCase {
  const cell = (name: string): string | undefined => (cells.get(name) ?? '').trim() || undefined;
  const pool = cell('pool') ?? '';
  const id = cell('id') ?? parse(pool).name;
  const [units, rules, scenario] = [cell('units'), cell('rules'), cell('scenario')];
  return {
    id,
    title: untranslated(cell('title') ?? id),
    pool: from(pool),
    ...(units !== undefined && { units: from(units) }),
    ...(rules !== undefined && { rules: from(rules) }),
    ...(scenario !== undefined && { scenario }),
    carried: new Map([...cells].filter(([name]) => name !== '' && !OWN.has(name))),
    place,
  };
}

/** Paths in a file count from its folder; ids of rules and names of pools stay as they are. */
function beside(file: string): (named: string) => string {
  const folder = dirname(file);
  return (named) => (/[./\\]/.test(named) && !isAbsolute(named) ? join(folder, named) : named);
}

/** Cases whose id another has already. */
export function repeatedCases(cases: readonly NamedCase[]): readonly Problem[] {
  const seen = new Set<string>();
  return cases.flatMap(({ id, place }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [problem('batch.repeated-case', { id }, { ...place, field: 'id' })];
  });
}

/** Where the candidates of a case are: the file of a shipped pool by its name, or a file. */
export function fileOf(named: string, asked: 'pool.csv' | 'units.csv'): string {
  return isUnknownName(named, asked, SHIPPED) ? named : pathNamed(named, SHIPPED, asked);
}
