import { encodingName } from '../encoding-name.ts';
import { shortened } from '../found-value.ts';
import { count, formatNumber } from '../number.ts';

/** What is no cell of a candidate. */
const NO_CELLS = {
  list: 'a list',
  object: 'an object',
  date: 'an invalid date',
  bigint: 'a BigInt',
  symbol: 'a symbol',
  function: 'a function',
};

/** A column that is needed, and what was read as headings instead, where a line of a table was. */
export interface MissingColumn {
  readonly column: string;
  readonly line?: number;
  readonly headings?: readonly string[];
}

/** English sentences of `pool`. */
export const poolEn = {
  'pool.cannot-read': ({ reason }: { reason: 'missing' | 'folder' | 'forbidden' | 'other' }) =>
    ({
      missing: 'there is no such file',
      folder: 'this is a folder; the name of a file is needed',
      forbidden: 'this file may not be read; check its permissions',
      other: 'this file cannot be read',
    })[reason],
  'pool.empty-file': (_: object) =>
    'the file is empty; the first line must hold the headings, at least "id" and "name"',
  'pool.no-candidates': (_: object) => 'there are no candidates; at least one line must follow the headings',
  'pool.empty-list': (_: object) => 'the list has no candidates; at least one is needed',
  'pool.not-decoded': ({ encoding, guess }: { encoding: string; guess?: string | undefined }) =>
    `this line is not ${encodingName(encoding, 'en')} text${
      guess === undefined || guess === encoding
        ? ''
        : `, but probably ${encodingName(guess, 'en')}; have it read as that (--encoding ${guess})`
    }${guess === undefined || guess === encoding ? ';' : ', or'} save the table as "CSV UTF-8" (in Excel: Save as, CSV UTF-8)`,
  'pool.lost-letter': (_: object) =>
    'this line has the sign “�” where a letter was lost before: the file was opened in the wrong encoding and saved; go back to the file that it was made from',
  'pool.utf16': ({ guess }: { guess: string }) =>
    `the file is UTF-16 text; have it read as that (--encoding ${guess}), or save the table as "CSV UTF-8" (in Excel: Save as, CSV UTF-8)`,
  'pool.no-text': (_: object) =>
    'the file is not text, and no workbook that can be read here; save the table as "CSV UTF-8" (in Excel: Save as, CSV UTF-8)',
  'pool.not-a-table': ({ kind }: { kind: string }) =>
    `the file is ${KINDS.get(kind) ?? 'no table'}; a table is needed: CSV, XLSX, ODS or XLS`,
  'pool.unreadable-workbook': ({ fault }: { fault: 'broken' | 'too-large' | 'locked' | 'old' }) =>
    ({
      broken: 'the workbook is damaged or was cut off; open it in a spreadsheet and save it again',
      'too-large': 'the workbook is too large once unpacked; save the sheet with the table as CSV',
      locked: 'the workbook has a password; save it without one',
      old: 'the workbook is of a version of Excel before 97; open it in a spreadsheet and save it as XLSX',
    })[fault],
  'pool.no-sheet': ({ named, allowed }: { named: string; allowed: readonly string[] }) =>
    `the workbook has no sheet ${quoted(named)}; it has ${allowed.map(quoted).join(', ')}`,
  'pool.long-row': ({ most }: { most: number }) =>
    `this row is longer than ${formatNumber(most, 'en')} characters; shorten it, or end it with a line end`,
  'pool.too-many-rows': ({ most }: { most: number }) =>
    `there are more than ${formatNumber(most, 'en')} candidates; that is the most a pool can hold`,
  'pool.unterminated-quote': (_: object) =>
    'a quotation mark opens in this row and never closes; close it, or double it ("") if it belongs to the text',
  'pool.stray-quote': (_: object) =>
    'a quotation mark stands inside a cell; put the whole cell in quotation marks and double those inside ("")',
  'pool.cell-count': ({ expected, found }: { expected: number; found: number }) =>
    `this row has ${count(found, 'cell')}, but there ${expected === 1 ? 'is' : 'are'} ${count(expected, 'heading')}, and something stands in the cells beyond; is a delimiter missing a quotation mark, or a heading missing?`,
  'pool.too-many-columns': ({ most }: { most: number }) =>
    `this row has more than ${formatNumber(most, 'en')} cells; that is the most a table can have`,
  'pool.both-genders': (_: object) => 'this row is filled both under men and under women; empty one of them',
  'pool.bad-mapping': ({ allowed }: { allowed: readonly string[] }) =>
    `this is not what a mapping says; it may have ${allowed.join(', ')}, as the README shows`,
  'pool.id-in-two-files': ({ id, other }: { id: string; other: string }) =>
    `the id ${quoted(id)} is also in ${other}; every candidate needs an id of their own (running numbers begin anew in every file)`,
  'pool.cell-without-heading': ({ position, value }: { position: number; value: string }) =>
    `column ${position} has no heading, but this row has ${quoted(value)} in it; give the column a heading or empty it`,
  'pool.garbled-headings': ({ text, encoding }: { text: string; encoding: string }) =>
    `the heading ${quoted(text)} looks like letters of the old encoding ${encoding.toUpperCase()}; read the file with the encoding ${encoding} (--encoding ${encoding}), or convert it to Unicode`,
  'pool.other-headings': ({ heading }: { heading: string }) =>
    `here the headings stand once more, but ${quoted(heading)} is not what its column is headed above: another table begins; put it into a file or onto a sheet of its own`,
  'pool.missing-column': ({ column, line, headings = [] }: MissingColumn) =>
    `there is no column “${column}”; it is needed${line === undefined ? '' : `. Line ${line} was read as the headings: ${listed(headings)}; if the table has no line of headings, put one above`}`,
  'pool.tables-beside': ({ heading }: { heading: string }) =>
    `${quoted(heading)} and other headings stand here twice: two tables lie beside each other; put one below the other, or each into a file of its own`,
  'pool.duplicate-heading': ({ first, second, column }: { first: string; second: string; column: string }) =>
    first === second
      ? `two columns are headed ${quoted(second)}; keep one of them`
      : `the headings ${quoted(first)} and ${quoted(second)} both mean “${column}”; keep one, or rename the other`,
  'pool.empty-id': (_: object) => 'the id is empty; every candidate needs an id of their own',
  'pool.empty-name': (_: object) => 'the name is empty; every candidate needs a name',
  'pool.duplicate-id': ({ id, first, second }: { id: string; first: number; second: number }) =>
    `the id ${quoted(id)} is on line ${first} and again on line ${second}; every candidate needs an id of their own`,
  'pool.duplicate-id-in-list': ({ id, first, second }: { id: string; first: number; second: number }) =>
    `candidates ${first} and ${second} of the list both have the id ${quoted(id)}; every candidate needs an id of their own`,
  'pool.bad-choice': ({ value, allowed }: { value: string; fact: string; allowed: readonly string[] }) =>
    `${quoted(value)} is not allowed here; allowed are ${allowed.join(', ')}, or the Vietnamese words for them`,
  'pool.outside-list': (p: { value: string; allowed: readonly string[]; meant?: string }) =>
    `${quoted(p.value)} is not in the list that the rules give this column${p.meant === undefined ? '' : `; did you mean ${quoted(p.meant)}?`}; allowed are ${p.allowed.join(', ')}`,
  'pool.bad-boolean': ({ value }: { value: string }) =>
    `${quoted(value)} is neither yes nor no; allowed are true and false, yes and no, có and không, x, 1 and 0`,
  'pool.bad-number': ({ value }: { value: string }) =>
    `${quoted(value)} is not a number; allowed are digits with a decimal point or comma, such as 8.5 or 8,5, without thousands separators`,
  'pool.ambiguous-number': (p: { value: string; thousands: string; decimal: string }) =>
    `${quoted(p.value)} can be read in two ways; write ${p.thousands} or ${p.decimal}`,
  'pool.bad-date': ({ value }: { value: string }) =>
    `${quoted(value)} is not a date; allowed are 1980-05-17 or 17/05/1980, and where the day or month is unknown 1980-05, 05/1980 or 1980`,
  'pool.impossible-date': ({ value }: { value: string }) =>
    `there is no such day as ${quoted(value)}; dates are written day/month/year or year-month-day`,
  'pool.distant-date': ({ value, earliest, latest }: { value: string; earliest: number; latest: number }) =>
    `${quoted(value)} is too far away; the year must be from ${earliest} to ${latest}`,
  'pool.bad-json-value': ({ found }: { found: keyof typeof NO_CELLS }) =>
    `${NO_CELLS[found]} is not a value for a candidate; allowed are text, numbers, true, false and null`,
  'pool.more-problems': ({ count: more }: { count: number }) =>
    `there ${more === 1 ? 'is' : 'are'} ${count(more, 'further problem')} not listed here`,
  'pool.born-after-reference': ({ value, referenceDate }: { value: string; referenceDate: string }) =>
    `the birth date ${value} is after the reference date ${referenceDate}; mend one of them`,
  'pool.declared-column-missing': ({ fact }: { fact: string }) =>
    `the rule set declares the fact “${fact}”, but the pool has no column of that name; add the column, or declare a default for the fact`,
  'pool.declared-type-differs': ({
    fact,
    declared,
    actual,
  }: {
    fact: string;
    declared: string;
    actual: string;
  }) =>
    `the rule set declares the fact “${fact}” as ${declared}, but it is ${actual}; declare it as ${actual}`,
  'pool.bad-default': ({ fact, value, declared }: { fact: string; value: string; declared: string }) =>
    `the default ${quoted(value)} of the fact “${fact}” is not of the type ${declared}`,
  'pool.slate-empty': (_: object) => 'the slate is empty; it must name at least one candidate by id',
  'pool.slate-no-id-column': (_: object) =>
    'the slate has several columns, but none is headed "id" (or "mã"); give the ids such a heading',
  'pool.slate-of-names': (_: object) =>
    'the slate has no column of ids, but only names, which two people may share; write the ids of the candidates under the heading "id"',
  'pool.slate-is-rules': (_: object) =>
    'the file is a rule set, no slate; a slate is a table with a column "id", or a list with one id per line',
  'pool.slate-not-ids': (_: object) =>
    'this JSON is no slate; a slate is a JSON list of ids, such as ["HD-001", "HD-002"], or an answer of propose in which a slate was found',
  'pool.slate-duplicate': ({ id, first, second }: { id: string; first: number; second: number }) =>
    `the id ${quoted(id)} is on the slate twice, at ${first} and ${second}; a candidate can be nominated only once`,
  'pool.unknown-member': ({ id }: { id: string }) =>
    `no candidate of the pool has the id ${quoted(id)}; check its spelling`,
};

/** Headings that are shown of a line; the rest is left out. */
const MOST_HEADINGS = 6;

function listed(headings: readonly string[]): string {
  const rest = headings.length > MOST_HEADINGS ? ', …' : '';
  return `${headings.slice(0, MOST_HEADINGS).map(quoted).join(', ')}${rest}`;
}

function quoted(text: string): string {
  return `“${shortened(text)}”`;
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ['xlsb', 'a binary workbook of Excel (.xlsb), which is not read; save it as XLSX'],
  ['locked', 'a workbook with a password; save it without one'],
  ['word', 'a text document'],
  ['slides', 'a set of slides'],
  ['pdf', 'a PDF document'],
  ['picture', 'a picture'],
  ['archive', 'an archive of files, or damaged'],
  [
    'web-page',
    'a web page (HTML or XML), even if it is called a workbook; open it in a spreadsheet and save it as XLSX',
  ],
  ['json', 'JSON'],
  ['database', 'a database'],
]);
