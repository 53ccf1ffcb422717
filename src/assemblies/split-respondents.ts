import { wordKey } from '../tables/text/same-word.ts';
import { inertCsvLine } from '../tables/csv/write-csv.ts';
import { problem, type Place, type Reading } from '../words/problem.ts';
import type { AssemblyFile } from './import-assembly.ts';
import { type RespondentOptions, readRespondents } from './respondents.ts';

/** Who was selected. */
interface Selection {
  readonly ids: readonly string[];
  readonly placeOf: (index: number) => Place;
}

/** A table of respondents in two, with all its columns. */
export interface SplitRespondents {
  readonly selected: string;
  readonly remaining: string;
  readonly counts: { readonly selected: number; readonly remaining: number; readonly housemates: number };
}

/**
 * The rows of those who were selected, and of those who can still be: as the tools for citizens' assemblies
 * have it, whoever lives with somebody selected is in neither.
 */
export function splitRespondents(
  { text, called }: AssemblyFile,
  { ids, placeOf }: Selection,
  options: RespondentOptions = {},
): Reading<SplitRespondents> {
  const read = readRespondents(text, called, { categories: [] }, options);
  if (!read.ok) return read;
  const { people, rows, headings } = read.value;
  const known = new Set(people.map(({ id }) => id));
  const unknown = ids.flatMap((id, at) =>
    known.has(id) ? [] : [problem('assemblies.unknown-respondent', { id, called }, placeOf(at))],
  );
  if (unknown.length > 0) return { ok: false, problems: unknown };
  const chosen = new Set(ids);
  const homes = new Set(people.filter(({ id }) => chosen.has(id)).flatMap(homeOf));
  const isHousemate = (at: number): boolean => homeOf(people[at]!).some((home) => homes.has(home));
  const [selected, remaining]: [string[], string[]] = [[], []];
  let housemates = 0;
  for (const [at, { cells }] of rows.entries()) {
    if (chosen.has(people[at]!.id)) selected.push(inertCsvLine(cells));
    else if (isHousemate(at)) housemates += 1;
    else remaining.push(inertCsvLine(cells));
  }
  const head = inertCsvLine(headings);
  return {
    ok: true,
    value: {
      selected: head + selected.join(''),
      remaining: head + remaining.join(''),
      counts: { selected: selected.length, remaining: remaining.length, housemates },
    },
  };
}

/** Where somebody lives; nowhere that is known where a part of the address is missing. */
function homeOf({ address }: { readonly address: readonly string[] }): readonly string[] {
  return address.length === 0 || address.includes('')
    ? []
    : [address.map((part) => wordKey(part)).join('\0')];
}
