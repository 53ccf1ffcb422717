import { columnNamed } from '../../pool/synonyms.ts';
import type { RuleSetAnswer } from '../../service/answers/answers.ts';
import { ownProperty } from '../../words/own-property.ts';
import { NUMBER_CELL } from '../pools/table-mapping.ts';
import type { People } from '../people/person.ts';
import type { DeclaredFact } from './rule-list.ts';

/** One value of a column, and how many candidates have it. */
export interface ValueCount {
  readonly value: string | boolean;
  readonly count: number;
}

/** A fact of the candidates that a rule can be about. */
export interface PoolFact extends DeclaredFact {
  /** Its values in the pool, the most frequent first; none where there are too many to choose from. */
  readonly values: readonly ValueCount[];
  /** Whether a rule file must declare it before its rules can use it. */
  readonly undeclared: boolean;
  /** Whether it may be that nothing stands there of some candidate. */
  readonly hasEmpty: boolean;
}

/** Columns that say who somebody is, of whom no rule may speak. */
const PERSONAL: ReadonlySet<string> = new Set(['id', 'name']);

/** Facts that are worked out from columns, with the column without which they cannot be. */
const DERIVED = [
  { fact: 'age', type: 'number', from: 'birthDate' },
  { fact: 'monthsToRetirement', type: 'number', from: 'birthDate' },
  { fact: 'newcomer', type: 'boolean', from: 'incumbent' },
] as const;

/** Values that are offered for choice; with more of them, a column is one of names or numbers. */
const MOST_VALUES = 40;

/** What the rules of a file can be about, by the columns of the table; those that it declares have its types. */
export function factsOf(people: People, declared: RuleSetAnswer['facts'] | undefined): readonly PoolFact[] {
  const columns = people.headings.filter((heading) => !PERSONAL.has(heading));
  const facts = columns.map((heading) => columnFact(heading, people, declared));
  const derived = DERIVED.flatMap(({ fact, type, from }): PoolFact[] => {
    const source = facts.find((each) => each.fact === from);
    return source === undefined
      ? []
      : [{ fact, type, values: [], undeclared: false, hasEmpty: source.hasEmpty }];
  });
  const hasAppraisals = columns.some((heading) => /^appraisal\d{4}$/.test(heading));
  const appraisal: PoolFact = {
    fact: 'appraisal',
    type: 'number',
    values: [],
    undeclared: false,
    hasEmpty: true,
  };
  return [...derived, ...(hasAppraisals ? [appraisal] : []), ...facts];
}

/** Headings of columns that people are compared by. */
const POINTS = /score|points?\b|votes?\b|merit|marks?\b|rating|điểm|phiếu/iu;

/** The column whose numbers are most likely points: by its heading, else of the table's own, else whichever there is. */
export function likelyPoints(facts: readonly PoolFact[]): PoolFact | undefined {
  const numbers = facts.filter(({ type }) => type === 'number');
  const derived = new Set<string>(DERIVED.map(({ fact }) => fact));
  return (
    numbers.find(({ fact }) => POINTS.test(fact.normalize('NFC'))) ??
    numbers.find(({ fact }) => !derived.has(fact)) ??
    numbers[0]
  );
}

function columnFact(heading: string, people: People, declared: RuleSetAnswer['facts'] | undefined): PoolFact {
  const cells = people.list.map((person) => ownProperty(person.cells, heading) ?? '');
  const { type: said, separator: declaredSeparator } = ownProperty(declared, heading) ?? {};
  const known = columnNamed(heading);
  const type =
    said === undefined ? (known === undefined ? typeOf(cells) : knownType(known.kind)) : asType(said);
  const undeclared = known === undefined && said === undefined;
  const holdsSeveral = undeclared && type === 'text' && cells.some((cell) => cell.includes(SEPARATOR));
  const separator = holdsSeveral ? SEPARATOR : declaredSeparator;
  return {
    fact: heading,
    type,
    values: type === 'text' || type === 'boolean' ? valuesIn(cells, type, separator) : [],
    undeclared,
    hasEmpty: cells.some((cell) => cell.trim() === ''),
    ...(separator !== undefined && { separator }),
  };
}

/** What stands between several values of one cell in a table that nobody has declared yet. */
const SEPARATOR = ';';

function asType(said: string): PoolFact['type'] {
  return said === 'number' || said === 'boolean' || said === 'date' ? said : 'text';
}

function knownType(kind: string): PoolFact['type'] {
  return asType(kind);
}

const DATE = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})$/;
const YES = /^(?:true|yes|có)$/i;
const NO = /^(?:false|no|không)$/i;

/** What a column of nobody's making holds: that which all its cells can be read as. */
function typeOf(cells: readonly string[]): PoolFact['type'] {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const all = (pattern: RegExp): boolean => filled.length > 0 && filled.every((cell) => pattern.test(cell));
  if (all(NUMBER_CELL)) return 'number';
  if (all(DATE)) return 'date';
  return filled.length > 0 && filled.every((cell) => YES.test(cell) || NO.test(cell)) ? 'boolean' : 'text';
}

function valuesIn(
  cells: readonly string[],
  type: 'text' | 'boolean',
  separator: string | undefined,
): readonly ValueCount[] {
  const counts = new Map<string | boolean, number>();
  for (const cell of cells) {
    const pieces = separator === undefined ? [cell] : cell.split(separator).map((piece) => piece.trim());
    for (const piece of new Set(pieces.filter((each) => each !== ''))) {
      const value = type === 'boolean' ? YES.test(piece) : piece;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  if (counts.size > MOST_VALUES) return [];
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => b.count - a.count);
}

/** Those of these facts that a file must declare before a rule may name them. */
export function toDeclare(names: readonly string[], facts: readonly PoolFact[]): readonly DeclaredFact[] {
  return facts
    .filter(({ fact, undeclared }) => undeclared && names.includes(fact))
    .map(({ fact, type, separator }) => ({ fact, type, separator }));
}
