import type { AboutPlan } from '../about-plan.ts';
import { count, formatNumber } from '../number.ts';

const english = (value: number): string => formatNumber(value, 'en');

const nounOf = ({ plan }: AboutPlan): string => (plan ? 'plan' : 'slate');

/** English sentences of the commands about scenarios. */
export const cliScenariosEn = {
  'cli.compare-summary': () => 'the best slate or plan under each scenario, side by side',
  'cli.sweep-summary': () => 'the best slate or plan under every combination of bounds, over whole ranges',
  'cli.trade-off-summary': () => 'every best compromise between two or three measures',
  'cli.robustness-summary': () =>
    'how well a slate or a plan of posts holds up if one member drops out, or two',

  'cli.batch-summary': () =>
    'many cases at once: the best slate of each under every scenario, or why there is none, and what all of them say together',
  'cli.batch-argument': () =>
    'the cases: a CSV with a line each (pool; and id, title, units, rules, scenario, anything else), a batch.yaml, or a folder of tables of candidates',
  'cli.batch-out-option': () =>
    'the folder for results.jsonl, summary.json, cases.csv, cases.parquet and report.html; asked again, only what changed is answered anew',
  'cli.batch-rules-option': () => 'the rules of cases that name none: id of a rule set, or a file',
  'cli.batch-under-option': () => 'scenarios under which every case is asked besides as it stands',
  'cli.batch-cost-option': () => 'rules without which every case is asked, too, to tell what they cost',
  'cli.batch-time-limit-option': () => 'seconds for each answer (default: 60)',
  'cli.batch-queue-option': () =>
    'leave the work to the workers of the store (slate worker) and follow it; Ctrl-C leaves it to them, and the same line comes back to it',
  'cli.batch-waits': () =>
    'Nobody works on it yet: start slate worker on any machine that reaches the store.',
  'cli.batch-left': () => 'Left: the workers go on with it; the same line comes back to it.',
  'cli.batch-queued': (of: { readonly id: string }) => `Job ${of.id}`,
  'cli.batch-gone': (of: { readonly id: string }) => `the job ${of.id} was deleted`,
  'cli.batch-failed': (of: { readonly id: string }) =>
    `the job ${of.id} failed: none of its workers could do it`,
  'cli.batch-threads-option': () =>
    'cases that are answered at once (default: as many as the machine has cores)',
  'cli.batch-reused': (p: { readonly reused: number; readonly total: number }) =>
    `${english(p.reused)} of ${english(p.total)} ${p.reused === 1 ? 'was' : 'were'} known from before.`,
  'cli.batching': (p: {
    readonly done: number;
    readonly total: number;
    readonly rate: number;
    readonly seconds: number;
  }) =>
    `${english(p.done)} of ${count(p.total, 'answer')}, ${english(Math.round(p.rate * 10) / 10)} a second, ${english(Math.ceil(p.seconds))} s left`,

  'cli.scenario-argument': () => 'ids of the scenarios to compare; all of the file if none is given',
  'cli.scenario-option': () =>
    'a scenario, which changes the rules and decides on persons: a file, or FILE#ID where the file has several; - for standard input',
  'cli.scenario-file-option': () =>
    'the file with the scenarios (default: those in the rule file); - for standard input',
  'cli.no-base-option': () => 'leave out the column for the rules as they stand',
  'cli.vary-option': () =>
    'what to vary: women=9..15, women.min=9..15/2, women=9,11,13, size=45..47; may be given several times',
  'cli.table-option': () => 'also write the answer as a table for spreadsheets to this file (.csv or .xlsx)',
  'cli.csv-option': () => 'also write every cell as CSV to this file',
  'cli.report-option': () => 'also write a page with pictures, in both languages, to this file (HTML)',
  'cli.picture-option': () => 'also write the heat map to this file (SVG)',
  'cli.measure-option': () =>
    'what to measure: objective, objective.2, size, or the id of a rule (-ID: less is better); two or three times',
  'cli.most-option': () => 'at most this many points (default: 1000)',
  'cli.drop-outs-option': () => 'how many drop out at once: 1, or 2 for one and two (default: 2)',

  'cli.which-scenario': (p: { readonly file: string; readonly allowed: readonly string[] }) =>
    `${p.file} has several scenarios; choose one, as in ${p.file}#${p.allowed[0] ?? 'id'}; there are ${p.allowed.join(', ')}`,
  'cli.no-scenarios': (p: { readonly file: string; readonly option: '--scenario' | '--scenarios' }) =>
    `${p.file} has no scenarios; put them under scenarios:, or name a file that has some by ${p.option}`,
  'cli.cannot-write-answer': (p: { readonly reason: string }) =>
    `The answer cannot be written to standard output (${p.reason}).`,
  'cli.cannot-write': (p: { readonly file: string; readonly reason: string }) =>
    `${p.file} cannot be written (${p.reason}); check the folder and its permissions`,
  'cli.wrote': (p: { readonly file: string }) => `Wrote ${p.file}`,
  'cli.comparing': (p: { readonly done: number; readonly total: number }) =>
    `Scenario ${english(p.done + 1)} of ${english(p.total)}…`,
  'cli.sweeping': (p: {
    readonly done: number;
    readonly total: number;
    readonly rate: number;
    readonly seconds: number;
  }) =>
    `${english(p.done)} of ${count(p.total, 'cell')}, ${english(Math.round(p.rate))} a second, ${english(Math.ceil(p.seconds))} s left`,
  'cli.found-points': (p: { readonly points: number }) => `${count(p.points, 'point')} so far…`,
  'cli.checked-losses': (p: { readonly done: number; readonly total: number }) =>
    `${english(p.done)} of ${count(p.total, 'pair')}…`,
  'cli.stopped-early': () => 'Stopped early: this is what was solved until then.',
  'cli.frontier': (p: AboutPlan) => `* one step further, no ${nounOf(p)} exists`,
  'cli.none': () => 'none',
  'cli.on-all': (p: { readonly members: number; readonly scenarios: number; readonly plan: boolean }) => {
    const all = p.scenarios === 1 ? `the only ${nounOf(p)}` : `all ${english(p.scenarios)} ${nounOf(p)}s`;
    return p.plan
      ? `In ${all}: ${count(p.members, 'appointment')}`
      : `On ${all}: ${count(p.members, 'member')}`;
  },
  'cli.on-some': (p: AboutPlan) => `${p.plan ? 'In' : 'On'} some of them only`,
  'cli.exchanged': () => 'Exchanged',
  'cli.points-found': (p: { readonly points: number; readonly complete: boolean; readonly plan: boolean }) =>
    p.complete
      ? `${count(p.points, 'compromise')}; every other ${nounOf(p)} is no better on any measure, or worse on one`
      : `${count(p.points, 'compromise')} so far; there may be more`,
  'cli.better-low': () => 'less is better',
  'cli.better-high': () => 'more is better',
  'cli.drops-out': (p: AboutPlan): string => (p.plan ? 'Falls through' : 'Drops out'),
  'cli.breaks': () => 'What breaks',
  'cli.standing': () => 'Then',
  'cli.standing-compliant': () => 'still compliant',
  'cli.standing-mendable': () => 'can be fixed',
  'cli.standing-broken': () => 'cannot be fixed',
  'cli.mended-by': () => 'Fixed by',
  'cli.replacements': (_: AboutPlan) => 'Replacements',
  'cli.not-compliant-before': (p: AboutPlan) =>
    `The ${nounOf(p)} does not keep the hard rules even while nobody drops out.`,
};
