import { problem, type Place, type Problem } from '../words/problem.ts';
import { plainText } from './cells.ts';
import { columnOfHeading, folded, isOrdinalHeading } from './synonyms.ts';

/** What the cells of one column of a table are read as. */
export type ColumnRole =
  | { readonly is: 'fact'; readonly name: string }
  /** A birth date, or a mark, under the heading of one gender: where it is filled, that is the gender. */
  | { readonly is: 'of-gender'; readonly gender: 'female' | 'male'; readonly holds: 'birthDate' | 'mark' }
  /** Carried along under its own heading. */
  | { readonly is: 'extra' }
  /** Nothing may stand in it. */
  | { readonly is: 'unheaded' }
  /** A second column of the same meaning; told as a problem already. */
  | { readonly is: 'repeated' };

/** A column of a table, and what it is read as. */
export interface PlannedColumn {
  /** Which cell of a row, from 0. */
  readonly cell: number;
  /** As it was written. */
  readonly heading: string;
  readonly role: ColumnRole;
}

/** What the columns of a table are read as, and what is wrong with their headings. */
export interface ColumnPlan {
  readonly columns: readonly PlannedColumn[];
  /** Each with the heading at which it is told; none for the table as a whole. */
  readonly problems: readonly {
    readonly heading?: string;
    readonly make: (place: Place) => Problem;
  }[];
  /** Headings that mean less exactly what another one means: carried along, and worth telling. */
  readonly outranked: readonly { readonly heading: string; readonly by: string }[];
}

/**
 * What each column is read as, by its heading. Of two headings that mean the same column, one that holds
 * the other is the more exact and wins: `Trình độ chuyên môn` beside `Trình độ`. Where no column is one
 * of ids, the running number is.
 */
export function planColumns(headings: readonly string[]): ColumnPlan {
  const plain = headings.map(plainText);
  const meant = plain.map((heading) => roleOf(heading));
  const outranked: { readonly heading: string; readonly by: string }[] = [];
  const weaker = new Set<number>();
  meant.forEach((role, index) => {
    if (role.is !== 'fact') return;
    const stronger = meant.findIndex(
      (other, at) =>
        other.is === 'fact' && other.name === role.name && isMoreExact(plain[at]!, plain[index]!),
    );
    if (stronger === -1) return;
    weaker.add(index);
    outranked.push({ heading: plain[index]!, by: plain[stronger]! });
  });
  const hasIds = meant.some((role) => role.is === 'fact' && role.name === 'id');
  const ordinal = hasIds ? -1 : plain.findIndex(isOrdinalHeading);
  const firstOf = new Map<string, string>();
  const problems: { readonly heading?: string; readonly make: (place: Place) => Problem }[] = [];
  const columns = headings.map((heading, cell): PlannedColumn => {
    const wanted = weaker.has(cell)
      ? EXTRA
      : cell === ordinal
        ? ({ is: 'fact', name: 'id' } as const)
        : meant[cell]!;
    const key = keyOf(wanted, plain[cell]!);
    const first = key === undefined ? undefined : firstOf.get(key);
    if (key !== undefined && first === undefined) firstOf.set(key, plain[cell]!);
    if (first === undefined) return { cell, heading, role: wanted };
    const column = wanted.is === 'fact' ? wanted.name : plain[cell]!;
    const parameters = { first, second: plain[cell]!, column };
    problems.push({ heading, make: (place) => problem('pool.duplicate-heading', parameters, place) });
    return { cell, heading, role: { is: 'repeated' } };
  });
  for (const column of ['id', 'name']) {
    if (columns.some(({ role }) => role.is === 'fact' && role.name === column)) continue;
    problems.push({ make: (place) => problem('pool.missing-column', { column }, place) });
  }
  return { columns, problems, outranked };
}

const EXTRA = { is: 'extra' } as const;

function roleOf(heading: string): ColumnRole {
  if (heading === '') return { is: 'unheaded' };
  const known = columnOfHeading(heading);
  if (known !== undefined) return { is: 'fact', name: known.name };
  return ofGender(heading) ?? EXTRA;
}

const GENDER_AT_END = /^(.*?)[\s:,.(-]*(nam|nữ)\)?$/iu;

/** `Ngày sinh Nam`, `Giới tính: Nữ`: the lower line of a heading says whose the column is. */
function ofGender(heading: string): ColumnRole | undefined {
  const [, above = '', word = ''] = GENDER_AT_END.exec(heading.normalize('NFC')) ?? [];
  const column = above === '' ? undefined : columnOfHeading(above)?.name;
  if (column !== 'birthDate' && column !== 'gender') return undefined;
  const gender = word.toLowerCase() === 'nam' ? 'male' : 'female';
  return { is: 'of-gender', gender, holds: column === 'birthDate' ? 'birthDate' : 'mark' };
}

function isMoreExact(one: string, other: string): boolean {
  const [long, short] = [folded(one), folded(other)];
  return long.length > short.length && long.includes(short);
}

/** By what two columns of a table are told to be the same; extras as declared facts look for them. */
function keyOf(role: ColumnRole, heading: string): string | undefined {
  switch (role.is) {
    case 'fact':
      return role.name;
    case 'of-gender':
      return `${role.holds} ${role.gender}`;
    case 'extra':
      return ` ${headingKey(heading)}`;
    default:
      return undefined;
  }
}

/** A heading as declared facts look for it: ignoring case and white space. */
export function headingKey(heading: string): string {
  return heading.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');
}
