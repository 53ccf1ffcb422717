import { count, formatNumber } from '../number.ts';

const HEADS = {
  scenario: 'Scenario',
  with: 'With a slate',
  without: 'Without',
  unknown: 'Time ran out',
  unreadable: 'Cannot be read',
  objective: 'Objective in all',
  difference: 'Against base',
  lost: 'Slates lost',
  gained: 'Slates gained',
  rule: 'Rule',
  conflicts: 'In conflicts',
  missed: 'Goal missed',
  price: 'Price in all',
  bar: '',
  case: 'Case',
  why: 'Why',
} as const;

const SHADES = {
  kept: 'a slate that misses no goal',
  missed: 'a slate that misses goals',
  infeasible: 'no slate exists',
  open: 'not answered',
} as const;

const english = (value: number): string => formatNumber(value, 'en');

/** English sentences of batches. */
export const batchEn = {
  'batch.cannot-write': (p: { readonly folder: string; readonly reason: string }) =>
    `the folder ${p.folder} cannot be written (${p.reason}); check the folder and its permissions`,
  'batch.no-cases': () =>
    'there are no cases; give a CSV with a column pool, a batch.yaml with cases or a table, or a folder of tables of candidates',
  'batch.no-pool-column': () =>
    'the table of cases has no column “pool”, which names the table of candidates of each case',
  'batch.no-pool': () => 'the case names no candidates; give a file or the name of a pool',
  'batch.repeated-case': (p: { readonly id: string }) => `there are two cases “${p.id}”; ids are unique`,
  'batch.no-rules': () =>
    'the case names no rules; put them in a column rules, into batch.yaml, or give --rules',
  'batch.no-rule': (p: { readonly id: string; readonly rules: string; readonly meant?: string }) =>
    `${p.rules} has no rule “${p.id}”${p.meant === undefined ? '' : `; did you mean “${p.meant}”?`}`,
  'batch.without': (p: { readonly rule: string }) => `Without “${p.rule}”`,
  'batch.title': (p: { readonly cases: number; readonly scenarios: number }) =>
    `${count(p.cases, 'case')} under ${count(p.scenarios, 'scenario')}`,
  'batch.stopped': (p: { readonly done: number; readonly total: number }) =>
    `Stopped early: ${english(p.done)} of ${count(p.total, 'answer')}; ask again to go on.`,
  'batch.scenarios': () => 'What the scenarios come to',
  'batch.rules': () => 'Rules that stand in the way',
  'batch.map': () => 'Case by case',
  'batch.failed': (p: { readonly cases: number }) => `${count(p.cases, 'case')} that cannot be asked`,
  'batch.slateless': (p: { readonly cases: number }) =>
    `${count(p.cases, 'case')} without a slate as the rules stand`,
  'batch.more': (p: { readonly cases: number }) => `… and ${english(p.cases)} more, in cases.csv`,
  'batch.head': (p: { readonly head: keyof typeof HEADS }): string => HEADS[p.head],
  'batch.shade': (p: { readonly shade: keyof typeof SHADES }): string => SHADES[p.shade],
};
