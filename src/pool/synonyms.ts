import SYNONYMS from './synonyms.json' with { type: 'json' };
import { ownProperty } from '../words/own-property.ts';

/**
 * What the columns of tables and their closed values are called, in English and Vietnamese: read from
 * `synonyms.json`, the one place that holds all of them. Everything is compared folded (see
 * {@link folded}), so case, spaces, punctuation and diacritics do not matter and need no entries of their
 * own. An office that has other words gives them in a mapping of its own.
 */

/** What a known column holds. A `choice` is one of a closed list, an `open` text has synonyms for some values only. */
export type ColumnKind = 'id' | 'name' | 'text' | 'open' | 'choice' | 'boolean' | 'number' | 'date';

/** A known column. `values` maps folded spellings to canonical values and exists for `choice` and `open` alone. */
export interface KnownColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly values?: ReadonlyMap<string, string>;
}

/**
 * A text without case, diacritics, spaces and punctuation, for comparing: `Ngày  sinh` and
 * `ngay_sinh` are both `ngaysinh`.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[đðɖ]/g, 'd')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Grades of an appraisal, the best first, and what each counts in the mean. */
export const APPRAISAL_GRADES: ReadonlyMap<string, number> = new Map([
  ['excellent', 3],
  ['good', 2],
  ['completed', 1],
  ['not-completed', 0],
]);

/** By folded spelling, what each spelling of a table means; the canonical name is one of them by itself. */
function spellings<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
): ReadonlyMap<string, Name> {
  const names = Object.keys(table) as Name[];
  return new Map(
    names.flatMap((canonical) =>
      [canonical, ...table[canonical]].map((each) => [folded(each), canonical] as const),
    ),
  );
}

const KIND_OF: Readonly<Record<string, ColumnKind>> = {
  id: 'id',
  name: 'name',
  gender: 'choice',
  politicalTheory: 'choice',
  source: 'choice',
  bloc: 'open',
  birthDate: 'date',
  joinedParty: 'date',
  joinedPartyFull: 'date',
  incumbent: 'boolean',
  examScore: 'number',
  termsInPost: 'number',
};

const { headings: HEADINGS, values: VALUES } = SYNONYMS;

const VALUES_OF: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  gender: spellings(VALUES.gender),
  politicalTheory: spellings(VALUES.politicalTheory),
  source: spellings(VALUES.source),
  bloc: spellings(VALUES.bloc),
};

const APPRAISAL_VALUES = spellings(VALUES.appraisal);
const HEADING_SPELLINGS = spellings(HEADINGS);
const BOOLEAN_SPELLINGS = spellings(SYNONYMS.booleans);

/** The columns of a table of units, and the kinds that units have, by folded spelling. */
export const UNIT_SPELLINGS = {
  headings: spellings(SYNONYMS.units.headings),
  kinds: spellings(SYNONYMS.units.kinds),
} as const;

/** Folded headings of the column of titles in a plan. */
export const TITLE_HEADINGS: ReadonlySet<string> = new Set(['title', ...SYNONYMS.plans.title].map(folded));

/** The columns of a table of ballots besides those of a pool. */
export type BallotColumn = keyof typeof SYNONYMS.ballots;

/** Those columns by folded spelling. */
export const BALLOT_HEADINGS: ReadonlyMap<string, BallotColumn> = spellings(SYNONYMS.ballots);

/** Folded headings of the column of places in an ordered list. */
export const PLACE_HEADINGS: ReadonlySet<string> = new Set(['place', ...SYNONYMS.plans.place].map(folded));

const APPRAISAL_HEADING =
  /^(?:(?:annual)?appraisal|(?:ketqua)?(?:danhgia|xeploai)(?:xeploai|canbo|chatluong)*)(?:of|in|for|nam)?((?:19|20)\d\d)$/;
const APPRAISAL_HEADING_REVERSED = /^((?:19|20)\d\d)(?:annual)?appraisal$/;

/** The year of a canonical appraisal column (`appraisal2017` → 2017), or `undefined` for other names. */
export function appraisalYear(name: string): number | undefined {
  const year = /^appraisal((?:19|20)\d\d)$/.exec(name)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** The known column of a canonical name; `undefined` if there is none. */
export function columnNamed(name: string): KnownColumn | undefined {
  if (appraisalYear(name) !== undefined) return { name, kind: 'choice', values: APPRAISAL_VALUES };
  if (!Object.hasOwn(HEADINGS, name)) return undefined;
  const kind = ownProperty(KIND_OF, name) ?? 'text';
  const values = ownProperty(VALUES_OF, name);
  return values === undefined ? { name, kind } : { name, kind, values };
}

/**
 * The column that a heading means, in either language, or `undefined` for one that no table knows.
 * A remark in brackets is ignored where the whole is unknown: `Ngày sinh (dd/mm/yyyy)`.
 */
export function columnOfHeading(heading: string): KnownColumn | undefined {
  return (
    columnOfFolded(folded(heading)) ??
    columnOfFolded(folded(heading.replaceAll(/\([^)]*\)/g, ''))) ??
    columnOfBoth(heading)
  );
}

/** Two languages between which a bar stands: `Họ và tên / Full name`, `Nữ / Female`. */
const BOTH = /^([^/]+?)\s+\/\s+([^/]+)$/;

/** The column of a heading in two languages, of which each says the same. */
function columnOfBoth(heading: string): KnownColumn | undefined {
  const [, one = '', other = ''] = BOTH.exec(heading.trim()) ?? [];
  const column = columnOfFolded(folded(one));
  return column !== undefined && column.name === columnOfFolded(folded(other))?.name ? column : undefined;
}

/** The canonical value that a cell of a closed list holds, in one language or in two that say the same. */
export function choiceIn({ values }: KnownColumn, text: string): string | undefined {
  const whole = values?.get(folded(text));
  if (whole !== undefined) return whole;
  const [, one = '', other = ''] = BOTH.exec(text) ?? [];
  const meant = values?.get(folded(one));
  return meant === values?.get(folded(other)) ? meant : undefined;
}

function columnOfFolded(key: string): KnownColumn | undefined {
  const name = HEADING_SPELLINGS.get(key);
  if (name !== undefined) return columnNamed(name);
  const year = (APPRAISAL_HEADING.exec(key) ?? APPRAISAL_HEADING_REVERSED.exec(key))?.[1];
  return year === undefined ? undefined : columnNamed(`appraisal${year}`);
}

const LESSER_HEADINGS = new Set(SYNONYMS.lesserHeadings.map(folded));

/** Whether a heading says less exactly than others of the same meaning what its column is: a title beside the training. */
export function isLesserHeading(heading: string): boolean {
  return LESSER_HEADINGS.has(folded(heading));
}

const FIRST_NAME_PARTS = new Set(SYNONYMS.nameParts.first.map(folded));
const LAST_NAME_PARTS = new Set(SYNONYMS.nameParts.last.map(folded));

/** Which part of a name a heading says its column holds, where names are parted into two: `Họ đệm`, `Tên`. */
export function namePartOf(heading: string): 'first' | 'last' | undefined {
  const key = folded(heading);
  if (FIRST_NAME_PARTS.has(key)) return 'first';
  return LAST_NAME_PARTS.has(key) ? 'last' : undefined;
}

/** `(x)`, `(1)`, `(1/0)`, `(có/không)`, `(đánh dấu x)`: how a heading says that its cells are marks. */
const OF_MARKS =
  /\s*\(\s*(?:["']?x["']?|1|1\s*\/\s*0|0\s*\/\s*1|có(?:\s*\/\s*không)?|(?:đánh dấu|tích)(?:\s*["']?x["']?)?|✓|tick)\s*\)\s*$/iu;

/** Whether a heading says that a mark in a cell means yes, and none means no: `Dân tộc thiểu số (x)`. */
export function saysMarks(heading: string): boolean {
  return OF_MARKS.test(heading.normalize('NFC'));
}

/** The gender that is all a heading says: `Nam`, `Nữ`, `Nữ (x)`. */
export function bareGender(heading: string): 'female' | 'male' | undefined {
  const word = heading.normalize('NFC').replace(OF_MARKS, '').trim().toLowerCase();
  if (word === 'nam') return 'male';
  return word === 'nữ' ? 'female' : undefined;
}

const ORDINALS = new Set(SYNONYMS.ordinals.map(folded));

/** Whether a heading is that of the running number of a row (`TT`, `STT`), or of a code that may be of something else. */
export function isOrdinalHeading(heading: string): boolean {
  return ORDINALS.has(folded(heading));
}

const PEOPLE = new Set(SYNONYMS.people.map(folded));

/** Whether a heading is that of people (`Member`, `Ứng viên`), whose names stand below where no column is one of names. */
export function isPersonHeading(heading: string): boolean {
  return PEOPLE.has(folded(heading));
}

const NAMES_OF = /^(?:ho(?:va)?ten|(?:full)?names?of)/u;

/** Whether a heading begins with what names are called, and says whose they are: `Họ và tên phụ huynh`, `Name of the member`. */
export function isNamesOfHeading(heading: string): boolean {
  return NAMES_OF.test(folded(heading));
}

const SUM = /^(?:tong(?:cong|so)?|cong|total|sum)(?:[^\p{L}]|$)/u;

const IDENTITY_NUMBERS = new Set(SYNONYMS.identityNumbers.map(folded));

/** Whether a heading is that of a number by which the state or the Party knows people. */
export function isIdentityHeading(heading: string): boolean {
  return IDENTITY_NUMBERS.has(folded(heading));
}

/** Whether a cell where a name should be begins a line of sums or shares: `Tổng cộng`, `Tổng số: 12 người`, `Tỷ lệ %`. */
export function isSumHeading(text: string): boolean {
  const [first = '', second = ''] = text.trim().split(/[\s:]+/);
  const word = folded(first);
  return (
    SUM.test(folded(`${first}${second}`)) ||
    word === 'tong' ||
    word === 'total' ||
    word === 'cong' ||
    folded(`${first}${second}`) === 'tyle'
  );
}

/** The value that cells of a column are read as where they hold this text; `undefined` where it stands for itself. */
export function meantBy(column: string, text: string): string | undefined {
  const canonical = columnNamed(column)?.values?.get(folded(text));
  return canonical === text ? undefined : canonical;
}

/** What is drawn into a cell for yes, and has no letters. */
const TICK = /^[✓✔√☑×+]+$/u;

/** What a cell of a yes-or-no column means; `undefined` if it means neither. */
export function booleanOf(text: string): boolean | undefined {
  if (TICK.test(text)) return true;
  const meant = BOOLEAN_SPELLINGS.get(folded(text));
  return meant === undefined ? undefined : meant === 'true';
}

/** The canonical values of a closed list, each once, in the table's order. */
export function allowedValues(column: KnownColumn): readonly string[] {
  return [...new Set(column.values?.values())];
}

/** The canonical names of all columns except the appraisals, which exist for every year. */
export const COLUMN_NAMES: readonly string[] = Object.keys(HEADINGS);
