import { plainText } from '../pool/cells/cells.ts';
import { type CsvRow, headedTable } from '../pool/reading/headed-table.ts';
import {
  BALLOT_HEADINGS,
  type BallotColumn,
  columnOfHeading,
  folded,
  isSumHeading,
} from '../pool/synonyms.ts';
import { tableOf } from '../pool/reading/workbook-table.ts';
import type { Encoding } from '../tables/text/encoding.ts';
import { problem, type Place, type Problem, type Reading } from '../words/problem.ts';
import type { Ballot, Votes } from './carry-on.ts';

/** Ballots as they are written, and where each person stands in the table. */
interface WrittenBallots {
  readonly ballots: readonly Ballot[];
  readonly placeOf: (index: number) => Place;
}

/** More votes than a country has: what is longer is a slip of the pen. */
const VOTES = /^\d{1,9}$/;

type Columns = Readonly<Record<BallotColumn | 'id' | 'name', number>>;

/**
 * Reads a table of ballots (CSV or a workbook): a person a line, with the votes for them, of how many, and
 * why they withdrew where they did.
 *
 * @param said of how many they are, where the table does not say it, and what its letters are in
 * @returns every problem of every cell
 */
export async function readBallots(
  bytes: Buffer,
  file: string,
  { of, encoding }: { readonly of?: number | undefined; readonly encoding?: Encoding | undefined } = {},
): Promise<Reading<WrittenBallots>> {
  const source = await tableOf(bytes, file, encoding);
  if (!source.ok) return source;
  const table = headedTable(source.value, file);
  if (!table.ok) return table;
  const { headings, rows, problems: misfits } = table.value;
  const { columns, problems: headless } = columnsOf(headings, file);
  if (headless.length > 0) return { ok: false, problems: [...headless, ...misfits] };
  const problems: Problem[] = [...misfits];
  const lines = rows.filter(({ cells }) => !isSum(cells, columns));
  const reader = new BallotReader({ file, headings, columns, of, problems });
  const read = lines.flatMap((row) => reader.ballot(row));
  if (lines.length + misfits.length === 0) problems.push(problem('rounds.empty-table', undefined, { file }));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: { ballots: read.map(({ ballot }) => ballot), placeOf: (index) => read[index]!.place },
  };
}

function columnsOf(
  headings: readonly string[],
  file: string,
): { readonly columns: Columns; readonly problems: readonly Problem[] } {
  const meant = headings.map((heading) => {
    const known = columnOfHeading(heading)?.name;
    return BALLOT_HEADINGS.get(folded(heading)) ?? (known === 'id' || known === 'name' ? known : undefined);
  });
  const at = (column: keyof Columns): number => meant.indexOf(column);
  const columns = { id: at('id'), name: at('name'), for: at('for'), of: at('of'), withdrew: at('withdrew') };
  const twice = meant.flatMap((column, index) =>
    column === undefined || meant.indexOf(column) === index
      ? []
      : [
          problem(
            'rounds.column-twice',
            { heading: headings[index]!, before: headings[meant.indexOf(column)]! },
            { file, line: 1, column: index + 1 },
          ),
        ],
  );
  const missing =
    columns.id === -1 ? [problem('pool.missing-column', { column: 'id' }, { file, line: 1 })] : [];
  return { columns, problems: [...missing, ...twice] };
}

/** A line of sums below the people. */
function isSum(cells: readonly string[], { id, name }: Columns): boolean {
  return plainText(cells[id] ?? '') === '' && isSumHeading(cells[name] ?? cells[0] ?? '');
}

interface BallotTable {
  readonly file: string;
  readonly headings: readonly string[];
  readonly columns: Columns;
  readonly of: number | undefined;
  readonly problems: Problem[];
}

/** Reads one row after another, and gathers what is wrong. */
class BallotReader {
  readonly #table: BallotTable;
  readonly #lines = new Map<string, number>();

  constructor(table: BallotTable) {
    this.#table = table;
  }

  /** The ballot of a row, unless something in it is wrong. */
  ballot(row: CsvRow): readonly { readonly ballot: Ballot; readonly place: Place }[] {
    const { file, columns, problems } = this.#table;
    const place = { file, line: row.line };
    const id = this.#cell(row, 'id');
    const before = problems.length;
    if (id === '') problems.push(problem('rounds.no-id', undefined, this.#placeOf(row, 'id')));
    const first = this.#lines.get(id);
    if (id !== '' && first !== undefined)
      problems.push(problem('rounds.listed-twice', { id, first }, this.#placeOf(row, 'id')));
    this.#lines.set(id, first ?? row.line);
    const name = columns.name === -1 ? '' : this.#cell(row, 'name');
    const withdrew = columns.withdrew === -1 ? '' : this.#cell(row, 'withdrew');
    const votes = this.#votes(row);
    if (problems.length > before) return [];
    const ballot: Ballot = {
      id,
      ...(name !== '' && { name }),
      ...(votes !== undefined && { votes }),
      ...(withdrew !== '' && { withdrew }),
    };
    return [{ ballot, place }];
  }

  /** Votes are told whole or not at all. */
  #votes(row: CsvRow): Votes | undefined {
    const { of: given, problems, columns } = this.#table;
    const votesFor = this.#number(row, 'for');
    const of = columns.of === -1 ? given : (this.#number(row, 'of') ?? given);
    if (votesFor === undefined) return undefined;
    if (of === undefined) {
      problems.push(
        problem('rounds.of-how-many', undefined, this.#placeOf(row, columns.of === -1 ? 'for' : 'of')),
      );
      return undefined;
    }
    const wrong = wrongVotes({ for: votesFor, of });
    if (wrong === undefined) return { for: votesFor, of };
    problems.push({ ...wrong, place: this.#placeOf(row, 'for') });
    return undefined;
  }

  #number(row: CsvRow, column: BallotColumn): number | undefined {
    const { columns, problems } = this.#table;
    if (columns[column] === -1) return undefined;
    const text = this.#cell(row, column);
    if (text === '') return undefined;
    if (VOTES.test(text)) return Number(text);
    problems.push(problem('rounds.not-votes', { found: text }, this.#placeOf(row, column)));
    return undefined;
  }

  #cell({ cells }: CsvRow, column: keyof Columns): string {
    return plainText(cells[this.#table.columns[column]] ?? '');
  }

  #placeOf({ line }: CsvRow, column: keyof Columns): Place {
    const { file, headings, columns } = this.#table;
    const at = columns[column];
    return { file, line, column: at + 1, field: headings[at] ?? column };
  }
}

/** What is wrong with votes, wherever they come from; `undefined` for what can be. */
export function wrongVotes({ for: votes, of }: Votes): Problem | undefined {
  if (of === 0) return problem('rounds.of-nobody', undefined);
  return votes > of ? problem('rounds.more-than-all', { votes, of }) : undefined;
}
