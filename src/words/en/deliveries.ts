import { count, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

/** What lines of a delivery are called. */
const KINDS: Readonly<Record<string, string>> = {
  new: 'new',
  changed: 'changed',
  renumbered: 'under another id',
  twice: 'there twice?',
  gone: 'no longer there',
};

/** English sentences of `deliveries`: a later table of the same people. */
export const deliveriesEn = {
  'deliveries.no-column': ({ column }: { readonly column: string }) =>
    `the column “${column}” is missing; accept lines in the file that slate pool diff --out writes`,
  'deliveries.no-line': ({ id }: { readonly id: string }) =>
    `the delivery says nothing otherwise of ${id === '' ? 'nobody' : id}; write the file anew by slate pool diff --out`,
  'deliveries.other-line': ({ id }: { readonly id: string }) =>
    `the delivery now says something else of ${id} than when this line was accepted; write the file anew by slate pool diff --out`,
  'deliveries.unclear': ({ found }: { readonly found: string }) =>
    `“${found}” is neither yes nor no; write x or yes to take the line over, no to leave what was there`,
  'deliveries.line-twice': ({ id }: { readonly id: string }) =>
    `the line of ${id} is decided twice; keep one`,
  'deliveries.kind': ({ kind }: { readonly kind: string }) => KINDS[kind] ?? kind,
  'deliveries.was-now': (p: { readonly heading: string; readonly before: string; readonly after: string }) =>
    `${p.heading}: ${p.before === '' ? '–' : p.before} → ${p.after === '' ? '–' : p.after}`,
  'deliveries.swapped': (_: undefined) => 'day and month exchanged',
  'deliveries.other-id': ({ id, other }: { readonly id: string; readonly other: string }) =>
    `${id} (${other})`,
  'deliveries.swapped-column': (p: {
    readonly heading: string;
    readonly swapped: number;
    readonly differing: number;
  }) =>
    `${p.heading}: of ${count(p.differing, 'date')} that ${p.differing === 1 ? 'differs' : 'differ'}, ${english(p.swapped)} ${p.swapped === 1 ? 'is the same but for' : 'are the same but for'} day and month, exchanged`,

  'cli.pool-diff': () =>
    'what a later delivery says otherwise: who is new, changed, gone, under another id or there twice',
  'cli.pool-merge': () => 'take over the lines of a delivery that were accepted, and write the pool',
  'cli.pool-before': () => 'the pool as it was: a file, or the name of a shipped pool',
  'cli.pool-after': () => 'the tables of the new delivery: CSV, XLSX, ODS or XLS',
  'cli.pool-partial': () => 'the delivery is of some units alone: who is of another unit is not gone',
  'cli.pool-diff-out': () => 'the file in which lines are accepted, for slate pool merge --accept',
  'cli.pool-accept': () =>
    'the file of slate pool diff --out with an x or yes before each accepted line, or all',
  'cli.pool-same': () => 'The delivery says nothing otherwise.',
  'cli.pool-line-kind': () => 'Line',
  'cli.pool-line-what': () => 'What it says',
  'cli.pool-counts': (p: {
    readonly new: number;
    readonly changed: number;
    readonly renumbered: number;
    readonly twice: number;
    readonly gone: number;
  }) =>
    `${english(p.new)} new, ${english(p.changed)} changed, ${english(p.renumbered)} under another id, ${english(p.twice)} perhaps there twice, ${english(p.gone)} no longer there`,
  'cli.pool-merged': (p: {
    readonly accepted: number;
    readonly lines: number;
    readonly candidates: number;
  }) =>
    `${english(p.accepted)} of ${count(p.lines, 'line')} taken over; the pool has ${count(p.candidates, 'candidate')}`,
  'cli.pool-undecided': ({ ids }: { readonly ids: readonly string[] }) =>
    `Not decided, so what was there stays: ${ids.slice(0, 20).join(', ')}${ids.length > 20 ? ` … (${english(ids.length)} in all)` : ''}`,
};
