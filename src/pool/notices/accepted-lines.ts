import { inertCsvLine } from '../../tables/csv/write-csv.ts';
import { problem, type Place, type Problem, type Reading } from '../../words/problem.ts';
import { plainText } from '../cells/cells.ts';
import { headedTable } from '../reading/headed-table.ts';
import type { DeliveredLine } from '../deliveries.ts';
import { booleanOf } from '../synonyms.ts';
import type { TableSource } from '../reading/workbook-table.ts';

/** The columns of a file in which the lines of a delivery are accepted, one by one. */
const HEADINGS = ['accept', 'is', 'id', 'other', 'name', 'what'] as const;

/** The lines of a delivery as a table, whose first column waits for an answer. */
export function linesToAccept(lines: readonly DeliveredLine[]): string {
  const body = lines.map((line) =>
    inertCsvLine(['', line.is, line.id, line.other ?? '', line.name, whatOf(line)]),
  );
  return inertCsvLine(HEADINGS) + body.join('');
}

/** What differs, in no language: `birthDate: 1980-05-06 → 1980-06-05`. */
function whatOf({ cells }: DeliveredLine): string {
  return cells.map(({ heading, before, after }) => `${heading}: ${before} → ${after}`).join('; ');
}

/** What was decided of the lines of a delivery. */
export interface AcceptedLines {
  readonly accepted: ReadonlySet<string>;
  /** Lines of which nothing was said: what was there stays. */
  readonly undecided: readonly string[];
}

/**
 * Reads which lines were accepted. A line that the delivery does not have, or that says something else by now,
 * is told: nobody accepts what they have not seen.
 */
export function readAcceptedLines(
  source: TableSource,
  file: string,
  lines: readonly DeliveredLine[],
): Reading<AcceptedLines> {
  const table = headedTable(source, file);
  if (!table.ok) return table;
  const { headings, rows, problems: misfits } = table.value;
  const missing = (['accept', 'id'] as const).filter((name) => !headings.includes(name));
  if (missing.length > 0)
    return {
      ok: false,
      problems: missing.map((column) => problem('deliveries.no-column', { column }, { file, line: 1 })),
    };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const decided = new Map<string, boolean>();
  const problems: Problem[] = [...misfits];
  const cellOf = (cells: readonly string[], name: (typeof HEADINGS)[number]): string =>
    plainText(cells[headings.indexOf(name)] ?? '');
  for (const { cells, line } of rows) {
    const at = (field: string): Place => ({ file, line, field });
    const id = cellOf(cells, 'id');
    const found = byId.get(id);
    const what = headings.includes('what') ? cellOf(cells, 'what') : undefined;
    const answer = answerIn(cellOf(cells, 'accept'));
    if (found === undefined) problems.push(problem('deliveries.no-line', { id }, at('id')));
    else if (what !== undefined && what !== plainText(whatOf(found)))
      problems.push(problem('deliveries.other-line', { id }, at('what')));
    else if (answer === 'unclear')
      problems.push(problem('deliveries.unclear', { found: cellOf(cells, 'accept') }, at('accept')));
    else if (decided.has(id)) problems.push(problem('deliveries.line-twice', { id }, at('id')));
    else if (answer !== undefined) decided.set(id, answer);
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: {
      accepted: new Set([...decided].flatMap(([id, isAccepted]) => (isAccepted ? [id] : []))),
      undecided: lines.map(({ id }) => id).filter((id) => !decided.has(id)),
    },
  };
}

/** `x`, yes, có; no, không; nothing. */
function answerIn(text: string): boolean | undefined | 'unclear' {
  if (text === '') return undefined;
  return booleanOf(text) ?? 'unclear';
}
