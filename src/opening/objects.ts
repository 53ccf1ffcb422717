import { readUnits } from '../placements/read-units.ts';
import type { Units } from '../placements/units.ts';
import type { PoolReading } from '../pool/pool.ts';
import { poolFromCandidates } from '../pool/reading/read-candidates.ts';
import { csvLine } from '../tables/csv/write-csv.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { type Place, placedAt, type Problem, problem, type Reading } from '../words/problem.ts';
import { type Folders, ruleSetIds, ruleText } from './shipped.ts';
import { type CandidateInput, type PoolSource, QUESTION } from './sources.ts';

/** Midnight as JSON writes a date of JavaScript: the day alone is meant. */
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00:00(?:\.0+)?Z$/;

/** A pool of objects; problems point into the list, under the caller's own keys. */
export function poolOfObjects({
  candidates,
  columns = {},
}: Extract<PoolSource, { candidates: unknown }>): PoolReading {
  const unmet = new Set(Object.keys(columns));
  const records = Array.from(candidates, (each) => {
    for (const key of unmet) if (Object.hasOwn(each, key)) unmet.delete(key);
    return renamed(each, columns);
  });
  const reading = poolFromCandidates(records, 'pool');
  if (Object.keys(columns).length === 0) return reading;
  const odd = [...unmet].map((key) =>
    problem('notices.unmet-key', { key }, { file: QUESTION, field: `/pool/columns/${inPointer(key)}` }),
  );
  if (reading.ok) {
    const { value: pool } = reading;
    return odd.length === 0 ? reading : { ok: true, value: { ...pool, notices: [...pool.notices, ...odd] } };
  }
  const own = new Map(Object.entries(columns).map(([key, heading]) => [heading, key]));
  // A key that nobody has may be why a column is missing.
  return { ...reading, problems: [...reading.problems.map((found) => withOwnKey(found, own)), ...odd] };
}

function inPointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function renamed(record: CandidateInput, columns: Readonly<Record<string, string>>): CandidateInput {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [
      Object.hasOwn(columns, key) ? columns[key]! : key,
      plainDate(value),
    ]),
  );
}

/** A date of JavaScript, itself or as JSON has it, as the day that it is in UTC. */
function plainDate(value: unknown): unknown {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.replace(MIDNIGHT, '$1') : value;
}

function withOwnKey(found: Problem, own: ReadonlyMap<string, string>): Problem {
  const { place } = found;
  const [, row, heading] = /^(\/\d+\/)(.+)$/.exec(place?.field ?? '') ?? [];
  const key = own.get(heading?.replaceAll('~1', '/').replaceAll('~0', '~') ?? '');
  return place === undefined || key === undefined
    ? found
    : placedAt(found, { ...place, field: `${row}${key}` });
}

/** An object of the caller as JSON; a problem where JSON cannot hold it: a circle, a BigInt, too deep a nesting. */
export function asJson(written: object, place: Place): Reading<string> {
  try {
    return { ok: true, value: JSON.stringify(written) };
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return { ok: false, problems: [problem('service.no-data', undefined, place)] };
  }
}

/** A rule set of what a rule file would hold; problems point into the object. */
export async function rulesOfObject(written: object, folders: Folders): Promise<Reading<RuleSet>> {
  const text = asJson(written, { file: QUESTION, field: '/rules/ruleSet' });
  if (!text.ok) return text;
  const { parseRuleSet } = await import('../rules/parse-rule-set.ts');
  const reading = await parseRuleSet(
    text.value,
    'rules',
    (id) => ruleText(id, folders),
    async () => ruleSetIds(folders),
  );
  if (reading.ok) return reading;
  return { ok: false, problems: reading.problems.map((found) => pointed(found, 'rules', '/rules/ruleSet')) };
}

function pointed(found: Problem, file: string, within: string): Problem {
  if (found.place?.file !== file) return found;
  const { field = '' } = found.place;
  return placedAt(found, { file: QUESTION, field: `${within}${field}` });
}

/** A table of units of one object a unit; problems point into the list. */
export function unitsOfObjects(units: Iterable<CandidateInput>): Reading<Units> {
  const records = [...units];
  const headings = [...new Set(records.flatMap((each) => Object.keys(each)))];
  const lines = records.map((each) => csvLine(headings.map((heading) => cellText(each[heading]))));
  const reading = readUnits([csvLine(headings), ...lines].join(''), 'units');
  if (reading.ok) return reading;
  const place = ({ line, field }: Place): Place => ({
    file: QUESTION,
    field: `/units/units${line === undefined || line < 2 ? '' : `/${line - 2}`}${field === undefined ? '' : `/${field}`}`,
  });
  return {
    ok: false,
    problems: reading.problems.map((found) =>
      found.place === undefined ? found : placedAt(found, place(found.place)),
    ),
  };
}

function cellText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
