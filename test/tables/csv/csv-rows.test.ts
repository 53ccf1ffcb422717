import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvRows } from '../../../src/tables/csv/csv-rows.ts';

interface Told {
  readonly rows: string[][];
  readonly lines: number[];
  readonly stray: number[];
  readonly open: number[];
  readonly long: number[];
}

function read(pieces: readonly (string | Uint8Array)[], delimiter = ','): Told {
  const told: Told = { rows: [], lines: [], stray: [], open: [], long: [] };
  const csv = new CsvRows(delimiter, {
    row: (row) => {
      told.rows.push(row.texts());
      told.lines.push(row.line);
    },
    strayQuote: (line) => told.stray.push(line),
    openQuote: (line) => told.open.push(line),
    longRow: (line) => told.long.push(line),
  });
  for (const piece of pieces) csv.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  csv.end();
  return told;
}

/** What csv-parse makes of the same text; `undefined` where it refuses the text. */
function byCsvParse(text: string, delimiter = ','): string[][] | undefined {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    return undefined;
  }
}

const csvText = fc
  .array(
    fc.constantFrom('a', 'ữ', ' ', ',', ';', '"', '""', '\n', '\r\n', '\r', '"x"', ',"', '",', '\n"', '"\n'),
    {
      maxLength: 24,
    },
  )
  .map((parts) => parts.join(''));

describe('CsvRows', () => {
  it('reads what csv-parse reads, and refuses what csv-parse refuses', () => {
    fc.assert(
      fc.property(csvText, fc.constantFrom(',', ';'), (text, delimiter) => {
        const told = read([text], delimiter);
        const refused = told.stray.length + told.open.length > 0;
        const expected = byCsvParse(text, delimiter);
        expect(refused ? undefined : told.rows).toEqual(expected);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads the same however the bytes are cut into pieces, inside of letters too', () => {
    fc.assert(
      fc.property(csvText, fc.array(fc.nat(24)), (text, cuts) => {
        const bytes = Buffer.from(text);
        const at = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)), bytes.length].toSorted(
          (a, b) => a - b,
        );
        const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
        expect(read(pieces)).toEqual(read([text]));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives back any cells that were quoted', () => {
    const cells = fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
        const text = rows
          .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
          .join('\n');
        expect(read([text]).rows).toEqual(rows);
      }),
    );
  });

  it('counts lines as an editor does: blank ones and those inside quotation marks too', () => {
    expect(read(['a\r\n\r\n"b\r\nb",c\n"d\n\rd"\re'])).toEqual({
      rows: [['a'], ['b\r\nb', 'c'], ['d\n\rd'], ['e']],
      lines: [1, 3, 5, 8],
      stray: [],
      open: [],
      long: [],
    });
  });

  it('goes on after the line of a stray quotation mark', () => {
    const told = read(['a,b"c\nd\n"e"f,g\n"h\n"i"\nj']);
    expect(told).toEqual({ rows: [['d'], ['j']], lines: [2, 6], stray: [1, 3, 5], open: [], long: [] });
  });

  it('says where a quotation mark opened that never closes, and stops', () => {
    expect(read(['a\n', '"b\nc\n', 'd'])).toEqual({
      rows: [['a']],
      lines: [1],
      stray: [],
      open: [2],
      long: [],
    });
  });

  it('does not swallow a whole file after an open quotation mark', () => {
    const told = read(['a\n"', ...Array.from({ length: 30 }, () => 'x'.repeat(100_000))]);
    expect(told).toEqual({ rows: [['a']], lines: [1], stray: [], open: [2], long: [] });
  });

  it('does not take a row without end for an open quotation mark', () => {
    const told = read(['a\n"b",', ...Array.from({ length: 30 }, () => 'x'.repeat(100_000)), '\nc']);
    expect(told).toEqual({ rows: [['a']], lines: [1], stray: [], open: [], long: [2] });
  });
});
