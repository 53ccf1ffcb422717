import { count, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

/** English words of the view of batches, which is loaded with it. */
export const webBatchesEn = {
  begin: 'New batch',
  about:
    'The best slate of every pool under every rule set and scenario, or why there is none. It goes on when this page is closed.',
  pools: 'Candidates',
  ofService: 'Pools of the service',
  ofBoard: 'Saved by the board',
  ofBrowser: 'Saved in this browser',
  ofFiles: 'From files',
  addFile: 'Add tables of candidates',
  fileKinds: 'CSV, XLSX, ODS or XLS; one table a case',
  ruleSets: 'Rules',
  ofDraft: 'of the open draft',
  scenarios: 'Scenarios of the open draft',
  costs: 'What each rule costs: ask without it, too',
  people: (size: number): string => count(size, 'candidate'),
  start: (of: { readonly cases: number; readonly answers: number }): string =>
    `Solve ${count(of.cases, 'case')} (${count(of.answers, 'answer')})`,
  nothingChosen: 'Choose candidates and rules',
  all: 'Batches',
  none: 'No batch yet.',
  states: {
    queued: 'Waits',
    running: 'Runs',
    done: 'Done',
    cancelled: 'Stopped',
    failed: 'Failed',
  },
  done: (of: { readonly done: number; readonly total: number }): string =>
    of.total === 0 ? '' : `${english(of.done)} of ${count(of.total, 'answer')}`,
  keptUntil: (moment: string): string => `kept until ${moment}`,
  left: (seconds: number): string =>
    seconds < 120
      ? `${english(Math.ceil(seconds))} s left`
      : seconds < 7_200
        ? `${english(Math.ceil(seconds / 60))} min left`
        : `${english(Math.ceil(seconds / 360) / 10)} h left`,
  show: 'Show',
  cancel: 'Stop',
  resume: 'Go on',
  remove: 'Delete',
  progressOf: (when: string): string => `Progress of the batch of ${when}`,
  resultOf: (when: string): string => `Batch of ${when}`,
  summary: (of: {
    readonly withSlate: number;
    readonly withoutSlate: number;
    readonly unknown: number;
    readonly unreadable: number;
  }): string =>
    [
      `${english(of.withSlate)} with a slate`,
      `${english(of.withoutSlate)} without`,
      ...(of.unknown > 0 ? [`${english(of.unknown)} out of time`] : []),
      ...(of.unreadable > 0 ? [`${english(of.unreadable)} cannot be asked`] : []),
    ].join(', '),
  stopped: (of: { readonly done: number; readonly total: number }): string =>
    `Stopped early: ${english(of.done)} of ${count(of.total, 'answer')}.`,
  reused: (reused: number): string =>
    `${english(reused)} ${reused === 1 ? 'was' : 'were'} known from before, from equal inputs.`,
  downloads: 'Save',
  files: { table: 'CSV', parquet: 'Parquet', report: 'Report with maps (HTML)' },
  byScenario: 'By scenario',
  byRule: 'Rules that stand in the way',
  failures: (cases: number): string => `${count(cases, 'case')} that cannot be asked`,
  slateless: (cases: number): string => `${count(cases, 'case')} without a slate as the rules stand`,
  more: (rest: number): string => `and ${english(rest)} more; the table has all`,
  heads: {
    scenario: 'Scenario',
    withSlate: 'With a slate',
    withoutSlate: 'Without',
    open: 'Not answered',
    objective: 'Objective in all',
    difference: 'Against base',
    lost: 'Lost',
    gained: 'Gained',
    rule: 'Rule',
    conflicts: 'In conflicts',
    missed: 'Goal missed',
    price: 'Price in all',
  },
};
