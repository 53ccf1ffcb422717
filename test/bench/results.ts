import { cpus, loadavg, totalmem } from 'node:os';
import type { Latency } from './latency.ts';
import { type Measured, type PeerName, PEERS } from './one-size.ts';
import type { PeerAnswer } from './peers.ts';

/** Milliseconds of processor time and by the clock on the wall, and the peak of memory. */
export interface FileTimes {
  readonly milliseconds: number;
  readonly elapsed: number;
  readonly megabytes: number;
}

/** One run from a file in a process of its own. */
export interface FromFile {
  readonly size: number;
  readonly variant: string;
  readonly optimum: FileTimes & { readonly read: number };
  readonly parse: FileTimes;
}

/** One ward leadership in a process of its own, from the texts of its tables to the proven best plan. */
export interface PlacementTimes extends FileTimes {
  readonly units: number;
  readonly candidates: number;
  /** How many appointments are possible: who can be what and where. */
  readonly appointments: number;
  readonly status: string;
  readonly gap?: number;
  /** Of the milliseconds those until the case is open: tables read, eligibility decided. */
  readonly opened: number;
}

/** Everything one run of the benchmark found. */
export interface Results {
  readonly command: string;
  readonly began: Date;
  readonly limit: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly measured: readonly Measured[];
  readonly fromFile: readonly FromFile[];
  readonly latencies: readonly Latency[];
  readonly placements: readonly PlacementTimes[];
}

const TITLES: Readonly<Record<PeerName, string>> = {
  'highs-default': 'highs, plain, default options',
  'highs-whole': 'the same, with the tie-break',
  'highs-ours': 'highs, plain, our options',
  'javascript-lp-solver': 'javascript-lp-solver, plain',
  glpsol: 'glpsol, plain',
  cbc: 'cbc, plain',
};

/** The results as Markdown. */
export function resultsText(results: Results): string {
  return [
    '# Benchmarks',
    head(results),
    ...(results.measured.length > 0
      ? ['## From a pool in memory to the proven optimum', ofPools(results), '## Of which', ofSteps(results)]
      : []),
    ...(results.fromFile.length > 0 ? ['## From a CSV file to the proven optimum', ofFiles(results)] : []),
    ...(results.placements.length > 0
      ? ['## Leadership of wards, from CSV to the proven best plan', ofPlacements(results)]
      : []),
    ...(results.latencies.length > 0 ? ['## As a warm service', ofLatencies(results)] : []),
    '',
  ].join('\n\n');
}

function head({ command, began, limit, versions }: Results): string {
  const machine = `${cpus().length} × ${cpus()[0]!.model}, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    `\`${command}\` on ${began.toISOString().slice(0, 16).replace('T', ' ')} UTC; ${machine}; ${parts.join(', ')}.`,
    `Load average at the end: ${loadavg()
      .map((each) => each.toFixed(1))
      .join(', ')} (the benchmark itself keeps one core busy).`,
    `Rules: the reference case as it stands (tight), its quotas halved and doubled (loose), or with at most ten`,
    `women in all blocs together where eleven are needed (infeasible). Peers solve the plain model, one binary`,
    `column per eligible candidate, without the tie-break that ours includes, by which the same input gives the`,
    `same slate; one column is of HiGHS with it. What they need to build or write the model is not counted.`,
    `Each gets ${limit / 1000} s by the clock and a gap of zero. Times are milliseconds of processor time, ours`,
    `warm and with what the compiler and the garbage collector take beside it; the ratio to ours in brackets.`,
  ].join('\n');
}

function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  return [headings, headings.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function milliseconds(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(value >= 10 ? 0 : 1);
}

function peerCell(answer: PeerAnswer | undefined, ours: number): string {
  if (answer === undefined) return '–';
  if (answer.status === 'no answer') {
    return `none in ${milliseconds(answer.milliseconds)} (> ${ratio(answer.milliseconds, ours)})`;
  }
  return `${milliseconds(answer.milliseconds)} (${ratio(answer.milliseconds, ours)})`;
}

function ratio(one: number, other: number): string {
  const times = one / other;
  return `${times >= 10 ? Math.round(times).toLocaleString('en') : times.toFixed(1)}×`;
}

function ofPools({ measured }: Results): string {
  const peers = PEERS.filter((peer) => measured.some((each) => each.peers[peer] !== undefined));
  const headings = [
    'candidates',
    'rules',
    'answer',
    'ours',
    'by the clock',
    ...peers.map((peer) => TITLES[peer]),
    'identical',
  ];
  const rows = measured.map(({ size, variant, ours, peers: answers, identical }) => {
    const finished = Object.values(answers).filter(({ status }) => status !== 'no answer').length;
    return [
      size.toLocaleString('en'),
      variant,
      ours.status,
      milliseconds(ours.milliseconds),
      milliseconds(ours.elapsed),
      ...peers.map((peer) => peerCell(answers[peer], ours.milliseconds)),
      finished === 0 ? '–' : identical ? `yes (${finished})` : '**no**',
    ];
  });
  return `${tableOf(headings, rows)}\n\n"identical": every peer that finished (how many) has our status and our optimum.`;
}

function ofSteps({ measured }: Results): string {
  const headings = [
    'candidates',
    'rules',
    'columns, ours',
    'columns, plain',
    'facts',
    'decide',
    'assemble',
    'solve',
  ];
  return tableOf(
    headings,
    measured.map(({ size, variant, ours, plainColumns }) => [
      size.toLocaleString('en'),
      variant,
      ours.columns.toLocaleString('en'),
      plainColumns === 0 ? '–' : plainColumns.toLocaleString('en'),
      ...[ours.facts, ours.decide, ours.assemble, ours.solve].map(milliseconds),
    ]),
  );
}

function ofFiles({ fromFile }: Results): string {
  const headings = [
    'candidates',
    'rules',
    'to the optimum',
    'of which reading',
    'csv-parse alone',
    'by the clock, both',
    'ratio',
    'peak memory',
    'of csv-parse',
  ];
  const table = tableOf(
    headings,
    fromFile.map(({ size, variant, optimum, parse }) => [
      size.toLocaleString('en'),
      variant,
      milliseconds(optimum.milliseconds),
      milliseconds(optimum.read),
      milliseconds(parse.milliseconds),
      `${milliseconds(optimum.elapsed)} / ${milliseconds(parse.elapsed)}`,
      ratio(optimum.milliseconds, parse.milliseconds),
      `${Math.round(optimum.megabytes).toLocaleString('en')} MB`,
      `${Math.round(parse.megabytes).toLocaleString('en')} MB`,
    ]),
  );
  return `${table}\n\nEach in a process of its own that starts cold; the time runs from opening the file.`;
}

function ofPlacements({ placements }: Results): string {
  const table = tableOf(
    [
      'units',
      'candidates',
      'appointments',
      'answer',
      'in all',
      'of which opening',
      'by the clock',
      'peak memory',
    ],
    placements.map(({ units, candidates, appointments, status, gap, ...times }) => [
      units.toLocaleString('en'),
      candidates.toLocaleString('en'),
      appointments.toLocaleString('en'),
      gap === undefined ? status : `${status}, gap ${(gap * 100).toFixed(2)} %`,
      ...[times.milliseconds, times.opened, times.elapsed].map(milliseconds),
      `${Math.round(times.megabytes).toLocaleString('en')} MB`,
    ]),
  );
  return `${table}\n\nRules of ward-leadership-2020, its numbers of 25 wards scaled. Each in a process of its own that starts cold.`;
}

function ofLatencies({ latencies }: Results): string {
  return tableOf(
    ['question', 'asked', 'median', '95 %', 'slowest', 'processor time, median'],
    latencies.map(({ question, asked, median, p95, slowest, processor }) => [
      question,
      String(asked),
      ...[median, p95, slowest, processor].map(milliseconds),
    ]),
  );
}
