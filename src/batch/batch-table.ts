import type { BatchResult } from './answers.ts';
import type { NamedCase } from './cases.ts';

/** One column of the table of a batch. */
export type BatchColumn =
  | { readonly name: string; readonly kind: 'text'; readonly cellOf: (result: BatchResult) => string }
  /** Of numbers, and of nothing where there is none. */
  | {
      readonly name: string;
      readonly kind: 'number';
      readonly cellOf: (result: BatchResult) => number | undefined;
    };

/** What the cases of a batch are called, and what goes along with them. */
export interface NamedCases {
  readonly cases: readonly { readonly named: Pick<NamedCase, 'id' | 'title' | 'carried'> }[];
}

/**
 * The columns of a table with a line for every result: what goes along with its case (a province, a place on a
 * map) first, so that it can be laid over a map as it stands. A column that goes along is one of numbers where
 * those of all cases are.
 */
export function batchColumns({ cases }: NamedCases): readonly BatchColumn[] {
  const byId = new Map(cases.map(({ named }) => [named.id, named]));
  const carried = [...new Set(cases.flatMap(({ named }) => [...named.carried.keys()]))];
  return [
    ...carried.map((name) =>
      carriedColumn(
        name,
        cases.map(({ named }) => named.carried.get(name) ?? ''),
        (result) => byId.get(result.case)!.carried.get(name) ?? '',
      ),
    ),
    text('case', (result) => result.case),
    text('title', (result) => byId.get(result.case)!.title.vi),
    text('scenario', ({ scenario }) => scenario),
    text('status', ({ status }) => status),
    text('assurance', ({ assurance }) => assurance ?? ''),
    number('members', ({ members }) => members?.length),
    number('objective', ({ objective }) => rounded(objective)),
    number('price', ({ price }) => rounded(price)),
    text('missed', ({ missed = [] }) => missed.map(({ rule }) => rule).join(' ')),
    text('conflicts', ({ conflicts = [] }) =>
      [...new Set(conflicts.flatMap(({ rules }) => rules))].join(' '),
    ),
    number('way-out-cost', ({ wayOut }) => rounded(wayOut?.cost)),
    text('way-out-rules', ({ wayOut }) => (wayOut?.rules ?? []).join(' ')),
    text('problems', ({ problems = [] }) => problems.map(({ en }) => en).join(' | ')),
  ];
}

function text(name: string, cellOf: (result: BatchResult) => string): BatchColumn {
  return { name, kind: 'text', cellOf };
}

function number(name: string, cellOf: (result: BatchResult) => number | undefined): BatchColumn {
  return { name, kind: 'number', cellOf };
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1e6) / 1e6;
}

function carriedColumn(
  name: string,
  all: readonly string[],
  cellOf: (result: BatchResult) => string,
): BatchColumn {
  const given = all.filter((cell) => cell !== '');
  if (given.length === 0 || !given.every(isNumber)) return text(name, cellOf);
  return number(name, (result) => {
    const cell = cellOf(result);
    return cell === '' ? undefined : Number(cell);
  });
}

/** Whether a text is a number that is written as it would be written again: `01` is a code. */
function isNumber(cell: string): boolean {
  return Number.isFinite(Number(cell)) && String(Number(cell)) === cell;
}
