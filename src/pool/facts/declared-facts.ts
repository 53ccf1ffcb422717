import type { CodedColumn, FactColumn, NumericColumn } from '../../rules/facts/fact-table.ts';
import type { FactDeclaration } from '../../rules/facts/fact-declaration.ts';
import type { FactType, RuleSet, Scalar } from '../../rules/rule-set.ts';
import { problem } from '../../words/problem.ts';
import { headingKey } from '../headings/column-plan.ts';
import { factTypeOf, growingColumn, growingKnownColumn, typedColumn } from '../cells/column-readers.ts';
import { asListed } from '../listed-values.ts';
import type { Pool } from '../pool.ts';
import type { ProblemList } from '../cells/problem-list.ts';
import { columnNamed, columnOfHeading, saysMarks } from '../synonyms.ts';
import { unmarkedIsNo } from '../cells/marks.ts';
import type { Texts } from '../cells/text-column.ts';

/**
 * The columns of the facts that a rule set declares. Each comes from the first of these that exists: a column
 * of the file under that very heading (names are compared ignoring case and spaces; one that would otherwise be
 * read as something else too: `education` as degree), a known column or derived fact of that name, or the
 * default alone. The default fills empty cells. `derived` answers for facts that are worked out.
 */
export function declaredColumns(
  pool: Pool,
  ruleSet: RuleSet,
  derived: (name: string) => FactColumn | undefined,
  problems: ProblemList,
): ReadonlyMap<string, FactColumn> {
  const declared = new Map<string, FactColumn>();
  for (const [name, declaration] of Object.entries(ruleSet.facts)) {
    if (declaration.made !== undefined) continue;
    const heading = ownHeading(pool, name);
    const texts = heading === undefined ? headedBy(pool, name) : pool.extras.get(heading);
    const column =
      texts === undefined
        ? givenColumn(pool.columns.get(name) ?? derived(name), name, declaration, problems)
        : withMarks(
            typedColumn(texts, declaration.type, (fault, row) =>
              problems.add(fault, () => pool.placeOf(row, heading ?? name)),
            ),
            heading,
          );
    const listed =
      column &&
      asListed(column, declaration, (fault, row) =>
        problems.add(fault, () => pool.placeOf(row, heading ?? name)),
      );
    const complete = withDefault(listed, name, declaration, pool.size, problems);
    if (complete !== undefined) declared.set(name, complete);
  }
  return declared;
}

/** Where the heading says that the cells are marks, none is a no. */
function withMarks(column: FactColumn, heading = ''): FactColumn {
  return (saysMarks(heading) ? unmarkedIsNo(column) : undefined) ?? column;
}

/** The heading of a column of one's own that a rule set declares; a remark in brackets behind it is none of its name. */
export function ownHeading({ extras }: Pool, name: string): string | undefined {
  const key = headingKey(name);
  const headings = [...extras.keys()];
  const exact = headings.find((heading) => headingKey(heading) === key);
  if (exact !== undefined) return exact;
  const [remarked, ...others] = headings.filter(
    (heading) => headingKey(heading.replace(/\([^)]*\)\s*$/, '')) === key,
  );
  return others.length === 0 ? remarked : undefined;
}

/** A column that exists anyway, or could; the declaration must say its type. */
function givenColumn(
  column: FactColumn | undefined,
  fact: string,
  { type: declared }: FactDeclaration,
  problems: ProblemList,
): FactColumn | undefined {
  const known = columnNamed(fact);
  const actual = column?.type ?? (known === undefined ? declared : factTypeOf(known.kind));
  if (actual === declared) return column;
  const parameters = { fact, declared, actual };
  problems.addForFile((place) => problem('pool.declared-type-differs', parameters, place));
  return column;
}

/** A column that is read as another one, but has the very name that the rule set declares: that name wins. */
function headedBy(pool: Pool, name: string): Texts | undefined {
  if (pool.columns.has(name)) return undefined;
  const meant = columnOfHeading(name)?.name;
  const heading = meant === undefined ? undefined : pool.writtenAs(meant);
  return heading !== undefined && headingKey(heading) === headingKey(name)
    ? pool.asWritten(meant!)
    : undefined;
}

function withDefault(
  column: FactColumn | undefined,
  fact: string,
  declaration: FactDeclaration,
  size: number,
  problems: ProblemList,
): FactColumn | undefined {
  if (declaration.default === undefined) {
    if (column === undefined) {
      problems.addForFile((place) => problem('pool.declared-column-missing', { fact }, place));
    }
    return column;
  }
  const value = defaultColumn(fact, declaration.type, declaration.default);
  if (value === undefined) {
    const parameters = { fact, value: String(declaration.default), declared: declaration.type };
    problems.addForFile((place) => problem('pool.bad-default', parameters, place));
    return column;
  }
  return filled(column ?? emptyColumn(value, size), value);
}

/** A column of one row that holds the default, read as a cell would be; `undefined` where it cannot be. */
function defaultColumn(fact: string, type: FactType, value: Scalar): FactColumn | undefined {
  // A date may arrive as the days that it stands for, which no cell would be.
  if (type === 'date' && typeof value === 'number') {
    const days = Float64Array.of(value);
    return { type, low: days, high: days, denominator: 1 };
  }
  const known = columnNamed(fact);
  const column = known === undefined ? growingColumn(type) : growingKnownColumn(known);
  return column.addText(String(value)) === undefined ? column.finish() : undefined;
}

function emptyColumn(like: FactColumn, size: number): FactColumn {
  if (like.type === 'text' || like.type === 'boolean') {
    return { type: like.type, codes: new Uint32Array(size), values: [null] };
  }
  const none = new Float64Array(size).fill(Number.NaN);
  return { type: like.type, low: none, high: none, denominator: 1 };
}

function filled(column: FactColumn, value: FactColumn): FactColumn {
  if (isCoded(column)) return isCoded(value) ? filledCodes(column, value) : column;
  return isCoded(value) ? column : filledNumbers(column, value);
}

function isCoded(column: FactColumn): column is CodedColumn {
  return column.type === 'text' || column.type === 'boolean';
}

function filledCodes(column: CodedColumn, value: CodedColumn): CodedColumn {
  const text = value.values[value.codes[0]!]!;
  const known = column.values.indexOf(text);
  const code = known === -1 ? column.values.length : known;
  const values = known === -1 ? [...column.values, text] : column.values;
  return { type: column.type, codes: column.codes.map((each) => (each === 0 ? code : each)), values };
}

function filledNumbers(column: NumericColumn, value: NumericColumn): NumericColumn {
  const low = filledWith(column.low, value.low[0]!);
  const isExact = column.low === column.high && value.low === value.high;
  const high = isExact ? low : filledWith(column.high, value.high[0]!);
  // Denominators of columns that are read are powers of ten, those of means small: the product is safe.
  const denominator =
    column.denominator % value.denominator === 0
      ? column.denominator
      : column.denominator * value.denominator;
  const whole = column.whole === true && Number.isInteger(value.low[0]);
  return { type: column.type, low, high, denominator, ...(whole && { whole }) };
}

function filledWith(values: Float64Array, fallback: number): Float64Array {
  return values.map((each) => (Number.isNaN(each) ? fallback : each));
}
