import type { BatchResult } from './answers.ts';
import type { AskedBatch } from './jobs.ts';

/** One column of the table of a batch. */
export type BatchColumn =
  | { readonly name: string; readonly kind: 'text'; readonly cells: readonly string[] }
  /** Of numbers, and of nothing where there is none. */
  | { readonly name: string; readonly kind: 'number'; readonly cells: readonly (number | undefined)[] };

type TextOf = (result: BatchResult) => string;
type NumberOf = (result: BatchResult) => number | undefined;

const TEXTS: Readonly<Record<string, TextOf>> = {
  scenario: ({ scenario }) => scenario,
  status: ({ status }) => status,
  assurance: ({ assurance }) => assurance ?? '',
};
const NUMBERS: Readonly<Record<string, NumberOf>> = {
  members: ({ members }) => members?.length,
  objective: ({ objective }) => rounded(objective),
  price: ({ price }) => rounded(price),
};
const REASONS: Readonly<Record<string, TextOf>> = {
  missed: ({ missed = [] }) => missed.map(({ rule }) => rule).join(' '),
  conflicts: ({ conflicts = [] }) => [...new Set(conflicts.flatMap(({ rules }) => rules))].join(' '),
};

/**
 * Every result as a line of a table: what goes along with its case (a province, a place on a map) first, so
 * that it can be laid over a map as it stands. A column that goes along is one of numbers where all are.
 */
export function batchTable({ cases }: AskedBatch, results: readonly BatchResult[]): readonly BatchColumn[] {
  const byId = new Map(cases.map(({ named }) => [named.id, named]));
  const carried = [...new Set(cases.flatMap(({ named }) => [...named.carried.keys()]))];
  const texts = (name: string, textOf: TextOf): BatchColumn => ({
    name,
    kind: 'text',
    cells: results.map(textOf),
  });
  const numbers = (name: string, numberOf: NumberOf): BatchColumn => ({
    name,
    kind: 'number',
    cells: results.map(numberOf),
  });
  return [
    ...carried.map((name) =>
      carriedColumn(
        name,
        results.map((result) => byId.get(result.case)!.carried.get(name) ?? ''),
      ),
    ),
    texts('case', (result) => result.case),
    texts('title', (result) => byId.get(result.case)!.title.vi),
    ...Object.entries(TEXTS).map(([name, of]) => texts(name, of)),
    ...Object.entries(NUMBERS).map(([name, of]) => numbers(name, of)),
    ...Object.entries(REASONS).map(([name, of]) => texts(name, of)),
    numbers('way-out-cost', ({ wayOut }) => rounded(wayOut?.cost)),
    texts('way-out-rules', ({ wayOut }) => (wayOut?.rules ?? []).join(' ')),
    texts('problems', ({ problems = [] }) => problems.map(({ en }) => en).join(' | ')),
  ];
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1e6) / 1e6;
}

function carriedColumn(name: string, cells: readonly string[]): BatchColumn {
  const given = cells.filter((cell) => cell !== '');
  if (given.length === 0 || !given.every(isNumber)) return { name, kind: 'text', cells };
  return { name, kind: 'number', cells: cells.map((cell) => (cell === '' ? undefined : Number(cell))) };
}

/** Whether a text is a number that is written as it would be written again: `01` is a code. */
function isNumber(text: string): boolean {
  return Number.isFinite(Number(text)) && String(Number(text)) === text;
}
