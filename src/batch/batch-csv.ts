import { csvLine } from '../tables/write-csv.ts';
import type { BatchResult } from './answers.ts';
import type { AskedBatch } from './jobs.ts';

const OWN = [
  'case',
  'title',
  'scenario',
  'status',
  'assurance',
  'members',
  'objective',
  'price',
  'missed',
  'conflicts',
  'way-out-cost',
  'way-out-rules',
  'problems',
] as const;

/**
 * Every result as a line of CSV: what goes along with its case (a province, a place on a map) first, so that
 * it can be laid over a map as it stands.
 */
export function batchCsv({ cases }: AskedBatch, results: readonly BatchResult[]): string {
  const carried = [...new Set(cases.flatMap(({ named }) => [...named.carried.keys()]))];
  const byId = new Map(cases.map(({ named }) => [named.id, named]));
  const lines = results.map((result) => {
    const named = byId.get(result.case)!;
    const cells: Readonly<Record<(typeof OWN)[number], string>> = {
      case: result.case,
      title: named.title.vi,
      scenario: result.scenario,
      status: result.status,
      assurance: result.assurance ?? '',
      members: result.members === undefined ? '' : String(result.members.length),
      objective: numberIn(result.objective),
      price: numberIn(result.price),
      missed: (result.missed ?? []).map(({ rule }) => rule).join(' '),
      conflicts: [...new Set((result.conflicts ?? []).flatMap(({ rules }) => rules))].join(' '),
      'way-out-cost': numberIn(result.wayOut?.cost),
      'way-out-rules': (result.wayOut?.rules ?? []).join(' '),
      problems: (result.problems ?? []).map(({ en }) => en).join(' | '),
    };
    return csvLine([
      ...carried.map((name) => inert(named.carried.get(name) ?? '')),
      ...OWN.map((name) => inert(cells[name])),
    ]);
  });
  return csvLine([...carried, ...OWN]) + lines.join('');
}

function numberIn(value: number | undefined): string {
  return value === undefined ? '' : String(Math.round(value * 1e6) / 1e6);
}

/** A text that no spreadsheet takes for a formula; a number stays one. */
function inert(text: string): string {
  return /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
}
