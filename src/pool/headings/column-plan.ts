import { problem, type Place, type Problem } from '../../words/problem.ts';
import { dateCell, plainText } from '../cells/cells.ts';
import { type MappedColumn, mappedColumn, translator, unmetHeadings } from './mapping.ts';
import { LEAVE_OUT, type Mapping } from './mapping-schema.ts';
import { missingColumn } from './missing-column.ts';
import { withRestOfNames } from './parted-names.ts';
import {
  bareGender,
  columnNamed,
  columnOfHeading,
  folded,
  isIdentityHeading,
  isLesserHeading,
  isOrdinalHeading,
  isNamesOfHeading,
  isPersonHeading,
} from '../synonyms.ts';

type Gender = 'female' | 'male';

/** What the cells of one column of a table are read as. */
export type ColumnRole =
  | { readonly is: 'fact'; readonly name: string }
  /** A birth date, or a mark, under the heading of one gender: where it is filled, that is the gender. */
  | {
      readonly is: 'of-gender';
      readonly gender: Gender;
      readonly holds: 'birthDate' | 'mark';
      /** The gender of those whose cell is empty, where no column is one of theirs. */
      readonly others?: Gender;
    }
  /** The rest of a name that is parted into two columns, of which the first is read as the name. */
  | { readonly is: 'name-rest' }
  /** Carried along under a name of its own. */
  | { readonly is: 'extra'; readonly name: string }
  /** Not read at all, since a mapping says so. */
  | { readonly is: 'left-out' }
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
  /** Puts its cells into words that are read; absent: they are read as they are. */
  readonly translate?: ((raw: string) => string) | undefined;
  /** How sure it is that it is read as what it means, from 0 to 1: 1 where somebody said so or the heading is known. */
  readonly sure: number;
}

/** What the columns of a table are read as, and what is wrong with their headings. */
export interface ColumnPlan {
  readonly columns: readonly PlannedColumn[];
  /** Whether candidates are numbered in their order, since no column is one of ids. */
  readonly isWithoutIds: boolean;
  /** Each with the heading at which it is told; none for the table as a whole. */
  readonly problems: readonly {
    readonly heading?: string;
    readonly make: (place: Place) => Problem;
  }[];
  /** Headings that mean less exactly what another one means: carried along, and worth telling. */
  readonly outranked: readonly { readonly heading: string; readonly by: string }[];
  /** The heading of the names whose rest stands in a column without one. */
  readonly restOfNames?: string | undefined;
  /** Headings that the mapping names and the table has not. */
  readonly unmet: readonly string[];
}

/** What else is known of a table whose columns are planned. */
interface PlanOptions {
  readonly mapping?: Mapping | undefined;
  /** What stands in the first rows below the headings. */
  readonly below?: readonly (readonly string[])[];
  /** The line of the headings, where they stand on one. */
  readonly line?: number;
  /** Whether candidates may be numbered in their order where no column is one of ids. */
  readonly mayNumber?: boolean;
}

/**
 * What each column is read as, by its heading. Of two headings that mean the same column, one that holds
 * the other is the more exact and wins: `Trình độ chuyên môn` beside `Trình độ`. Where no column is one
 * of ids, the running number is, or else what the state or the Party knows people by; where none is one of
 * names, one of people is: `Member`, `Thành viên`.
 */
export function planColumns(
  headings: readonly string[],
  { mapping, below = [], line, mayNumber = false }: PlanOptions = {},
): ColumnPlan {
  const plain = headings.map(plainText);
  const said = plain.map((heading) => mappedColumn(mapping, heading));
  const own = plain.map((heading, at) => saidRole(said[at]) ?? roleOf(heading));
  const parted = withGenders(plain, own, below);
  const { meant, restOfNames } = withRestOfNames(plain, parted, below);
  const { weaker, outranked } = lessExact(plain, meant, said);
  const standIns = standInsOf(
    meant,
    plain.map((heading, at) => (said[at] === undefined ? heading : '')),
  );
  const wanted = plain.map((heading, cell): PlannedColumn => {
    const standIn = standIns.get(cell);
    const role = weaker.has(cell) ? ({ is: 'extra', name: heading } as const) : (standIn ?? meant[cell]!);
    const guess = SURE[role.is] * (standIn === undefined ? 1 : SURE_OF_STAND_INS);
    const translate = translated(role, mapping, said[cell]);
    const sure = said[cell] === undefined ? guess : 1;
    return { cell, heading: headings[cell]!, role, sure, ...(translate && { translate }) };
  });
  const { columns, repeated } = withoutRepeated(wanted, plain);
  const isRead = (name: string): boolean =>
    columns.some(({ role }) => role.is === 'fact' && role.name === name);
  const missing = (mayNumber ? ['name'] : ['id', 'name'])
    .filter((column) => !isRead(column))
    .map((column) => ({ make: (place: Place) => missingColumn(column, { headings: plain, line }, place) }));
  const isWithoutIds = mayNumber && !isRead('id');
  const unmet = unmetHeadings(mapping, headings);
  return { columns, isWithoutIds, problems: [...repeated, ...missing], outranked, restOfNames, unmet };
}

/** Headings whose column another heading means more exactly, unless the mapping names them. */
function lessExact(
  plain: readonly string[],
  meant: readonly ColumnRole[],
  said: readonly (MappedColumn | undefined)[],
): { readonly weaker: ReadonlySet<number>; readonly outranked: ColumnPlan['outranked'] } {
  const pairs = meant.flatMap((role, at) => {
    if (role.is !== 'fact' || said[at] !== undefined) return [];
    const stronger = meant.findIndex(
      (other, index) =>
        other.is === 'fact' &&
        other.name === role.name &&
        index !== at &&
        (said[index] !== undefined || isMoreExact(plain[index]!, plain[at]!)),
    );
    return stronger === -1 ? [] : [{ at, heading: plain[at]!, by: plain[stronger]! }];
  });
  return {
    weaker: new Set(pairs.map(({ at }) => at)),
    outranked: pairs.map(({ heading, by }) => ({ heading, by })),
  };
}

/** The columns, of which the first of each fact is read, and a problem for every further one. */
function withoutRepeated(
  wanted: readonly PlannedColumn[],
  plain: readonly string[],
): { readonly columns: readonly PlannedColumn[]; readonly repeated: ColumnPlan['problems'] } {
  const firstOf = new Map<string, string>();
  const found: {
    readonly first: string;
    readonly second: string;
    readonly heading: string;
    readonly column: string;
  }[] = [];
  const columns = wanted.map((each): PlannedColumn => {
    const { cell, heading, role } = each;
    const key = keyOf(role);
    if (key === undefined) return each;
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, plain[cell]!);
      return each;
    }
    found.push({
      first,
      second: plain[cell]!,
      heading,
      column: role.is === 'fact' ? role.name : plain[cell]!,
    });
    return { cell, heading, role: { is: 'repeated' }, sure: 0 };
  });
  const again = found.filter(({ first, second }) => first === second);
  const names = again.find(({ column }) => column === 'name');
  if (names !== undefined && again.length > 1) {
    const { heading } = names;
    const make = (place: Place): Problem => problem('pool.tables-beside', { heading: names.second }, place);
    return { columns, repeated: [{ heading, make }] };
  }
  const repeated = found.map(({ heading, ...parameters }) => ({
    heading,
    make: (place: Place) => problem('pool.duplicate-heading', parameters, place),
  }));
  return { columns, repeated };
}

/** The columns that are taken for ids and names where none is one of them. */
function standInsOf(
  meant: readonly ColumnRole[],
  headings: readonly string[],
): ReadonlyMap<number, ColumnRole> {
  const isThere = (name: string): boolean => meant.some((role) => role.is === 'fact' && role.name === name);
  const found = (name: string, likely: readonly ((heading: string) => boolean)[]): [number, ColumnRole][] => {
    const at = likely.map((isOne) => headings.findIndex(isOne)).find((each) => each !== -1);
    return at === undefined || isThere(name) ? [] : [[at, { is: 'fact', name }]];
  };
  return new Map([
    ...found('id', [isOrdinalHeading, isIdentityHeading]),
    ...found('name', [isNamesOfHeading, isPersonHeading]),
  ]);
}

/** How sure it is what a column means whose heading says so. */
const SURE = {
  fact: 1,
  'of-gender': 0.9,
  'name-rest': 0.9,
  extra: 0,
  unheaded: 0,
  repeated: 0,
  'left-out': 1,
} as const;
/** Running numbers are ids, and people names, only where nothing else is. */
const SURE_OF_STAND_INS = 0.7;

function saidRole(said: MappedColumn | undefined): ColumnRole | undefined {
  if (said === undefined) return undefined;
  if (said.as === LEAVE_OUT) return { is: 'left-out' };
  return columnNamed(said.as) === undefined ? { is: 'extra', name: said.as } : { is: 'fact', name: said.as };
}

function translated(
  role: ColumnRole,
  mapping: Mapping | undefined,
  said: MappedColumn | undefined,
): ((raw: string) => string) | undefined {
  return role.is === 'fact' || role.is === 'extra' ? translator(mapping, role.name, said) : undefined;
}

function roleOf(heading: string): ColumnRole {
  if (heading === '') return { is: 'unheaded' };
  const known = columnOfHeading(heading);
  if (known !== undefined) return { is: 'fact', name: known.name };
  return ofGender(heading) ?? { is: 'extra', name: heading };
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

/** `Nam` and `Nữ` without anything above: where nothing else tells the gender, they do. */
function withGenders(
  headings: readonly string[],
  roles: readonly ColumnRole[],
  below: readonly (readonly string[])[],
): readonly ColumnRole[] {
  if (roles.some((role) => role.is === 'of-gender' || (role.is === 'fact' && role.name === 'gender')))
    return roles;
  const bare = headings.map((heading, at) => (roles[at]!.is === 'extra' ? bareGender(heading) : undefined));
  if (!bare.includes('female')) return roles;
  const cells = below.flatMap((row) => row.filter((_cell, at) => bare[at] !== undefined));
  const holds = cells.some((cell) => dateCell(cell).is === 'value') ? 'birthDate' : 'mark';
  const others = bare.includes('male') || holds === 'birthDate' ? {} : { others: 'male' as const };
  return roles.map((role, at) => {
    const gender = bare[at];
    return gender === undefined ? role : { is: 'of-gender', gender, holds, ...others };
  });
}

/** Whether a heading says more exactly than another what both mean. */
function isMoreExact(one: string, other: string): boolean {
  if (isLesserHeading(other) && !isLesserHeading(one)) return true;
  const [long, short] = [folded(one), folded(other)];
  return long.length > short.length && long.includes(short);
}

/** By what two columns of a table are told to be the same; extras as declared facts look for them. */
function keyOf(role: ColumnRole): string | undefined {
  switch (role.is) {
    case 'fact':
      return role.name;
    case 'of-gender':
      return `${role.holds} ${role.gender}`;
    case 'extra':
      return ` ${headingKey(role.name)}`;
    default:
      return undefined;
  }
}

/** A heading as declared facts look for it: ignoring case and white space. */
export function headingKey(heading: string): string {
  return heading.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '');
}
