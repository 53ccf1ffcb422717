import type { ListedCommand } from './listed-command.ts';

/** A thread that loads HiGHS, which takes as long as everything else before the solve. */
async function highsAhead(): Promise<() => Promise<void>> {
  const { closeSolverThreads, warmHighsThread } = await import('../optimize/threads/thread-pools.ts');
  warmHighsThread();
  return closeSolverThreads;
}

/** Examples of the program as a whole. */
export const FIRST_EXAMPLES: readonly string[] = [
  'slate rules',
  'slate pool',
  'slate propose --pool hai-duong --rules hai-duong-2020',
  'slate check hai-duong/slate-by-hand.csv --pool hai-duong --rules hai-duong-2020',
];

/**
 * All commands, in the order of the help. A further one is a file in `commands/`, a line here, and
 * its summary in `words/`.
 */
export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'check',
    summary: 'cli.check-summary',
    examples: [
      'slate check hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020',
      'slate check hai-duong/slate-by-hand.csv --pool hai-duong --rules hai-duong-2020 --repair',
      'slate check hai-duong-wards/plan.csv --units hai-duong-wards --pool hai-duong-wards --rules ward-leadership-2020',
      'echo \'["HD-001", "HD-002"]\' | slate check - --pool hai-duong --rules hai-duong-2020 --json',
    ],
    load: () => import('./commands/check.ts'),
  },
  {
    name: 'propose',
    summary: 'cli.propose-summary',
    examples: [
      'slate propose --pool hai-duong --rules hai-duong-2020',
      'slate propose --pool hai-duong --rules hai-duong-2020 --pin HD-004 HD-017 --exclude HD-030',
      'slate propose --pool hai-duong --rules hai-duong-2020 --together HD-004,HD-017 --apart HD-001,HD-002',
      'slate propose --pool hai-duong --rules hai-duong-2020 --alternatives 3 --differ 4',
      'slate propose --pool hai-duong --rules hai-duong-2020 --json > proposal.json',
      'slate propose --pool hai-duong --rules hai-duong-2020 --out roster.docx',
      'slate propose --units hai-duong-wards --pool hai-duong-wards --rules ward-leadership-2020',
    ],
    ahead: highsAhead,
    load: () => import('./commands/propose.ts'),
  },
  {
    name: 'verify',
    summary: 'cli.verify-summary',
    examples: [
      'slate propose --pool hai-duong --rules hai-duong-2020 --proof answer.json && slate verify answer.json --pool hai-duong --rules hai-duong-2020',
    ],
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'diagnose',
    summary: 'cli.diagnose-summary',
    examples: [
      'slate diagnose --pool hai-duong --rules hai-duong-2020 --pin HD-002 HD-101',
      'slate diagnose --pool hai-duong --rules hai-duong-2020 --pin HD-002 HD-101 --relaxations 10',
      'slate diagnose --pool hai-duong --rules hai-duong-2020 --pin HD-002 HD-101 --exact-to-range --json > diagnosis.json',
    ],
    load: () => import('./commands/diagnose.ts'),
  },
  {
    name: 'why',
    summary: 'cli.why-summary',
    examples: [
      'slate why HD-004 --pool hai-duong --rules hai-duong-2020',
      'slate why HD-004 --pool hai-duong --rules hai-duong-2020 --pin HD-017',
      'slate why "WD-101@Ái Quốc/chair" --units hai-duong-wards --pool hai-duong-wards --rules ward-leadership-2020',
    ],
    load: () => import('./commands/why.ts'),
  },
  {
    name: 'cost',
    summary: 'cli.cost-summary',
    examples: [
      'slate cost women --pool hai-duong --rules hai-duong-2020',
      'slate cost size --pool hai-duong --rules hai-duong-2020 --json',
      'slate cost women --pool hai-duong --rules hai-duong-2020 --table women.xlsx',
    ],
    load: () => import('./commands/cost.ts'),
  },
  {
    name: 'replace',
    summary: 'cli.replace-summary',
    examples: [
      'slate replace HD-101 --slate hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020',
      'slate replace HD-101 HD-007 --slate hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020 --further-changes 2 --keep HD-008 HD-014',
    ],
    load: () => import('./commands/replace.ts'),
  },
  {
    name: 'compare',
    summary: 'cli.compare-summary',
    examples: [
      'slate compare --pool hai-duong --rules hai-duong-2020 --scenarios hai-duong/scenarios.yaml',
      'slate compare more-women smaller --pool hai-duong --rules hai-duong-2020 --scenarios hai-duong/scenarios.yaml --report compare.html',
    ],
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'sweep',
    summary: 'cli.sweep-summary',
    examples: [
      'slate sweep --pool hai-duong --rules hai-duong-2020 --vary women=9..15 --vary under-40=5..10',
      'slate sweep --pool hai-duong --rules hai-duong-2020 --vary size=45..47 --csv cells.csv',
      'slate sweep --pool hai-duong --rules hai-duong-2020 --vary women.min=7..11/2 --report sweep.html',
    ],
    load: () => import('./commands/sweep.ts'),
  },
  {
    name: 'batch',
    summary: 'cli.batch-summary',
    examples: [
      'slate batch country/cases.csv --rules commune-committee-2025 --out results',
      'slate batch country/cases.csv --rules commune-committee-2025 --under women-20 women-25 --cost police --out results',
    ],
    load: () => import('./commands/batch.ts'),
  },
  {
    name: 'trade-off',
    summary: 'cli.trade-off-summary',
    examples: [
      'slate trade-off --pool hai-duong --rules hai-duong-2020 --measure objective --measure women',
      'slate trade-off --pool hai-duong --rules hai-duong-2020 --measure objective --measure=-size',
    ],
    load: () => import('./commands/trade-off.ts'),
  },
  {
    name: 'robustness',
    summary: 'cli.robustness-summary',
    examples: [
      'slate robustness hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020',
      'slate robustness hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020 --out 1 --json',
      'slate robustness hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020 --out 1 --table losses.csv',
      'slate robustness hai-duong-wards/plan.csv --units hai-duong-wards --pool hai-duong-wards --rules ward-leadership-2020 --out 1',
    ],
    load: () => import('./commands/robustness.ts'),
  },
  {
    name: 'training',
    summary: 'cli.training-summary',
    examples: [
      'slate training hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020',
      'slate training hai-duong-wards/plan.csv --units hai-duong-wards --pool hai-duong-wards --rules ward-leadership-2020',
    ],
    load: () => import('./commands/training.ts'),
  },
  {
    name: 'rules',
    summary: 'cli.rules-summary',
    examples: [
      'slate rules',
      'slate rules hai-duong-2020',
      'slate rules ward-leadership-2020 --json > rules.json',
      'slate rules test',
      'slate rules test hai-duong-2020',
    ],
    load: () => import('./commands/rules.ts'),
  },
  {
    name: 'pool',
    summary: 'cli.pool-summary',
    examples: [
      'slate pool',
      'slate pool --pool hai-duong',
      'slate pool --pool hai-duong --rules hai-duong-2020',
      'slate pool diff hai-duong hai-duong-wards/pool.csv --out lines.csv && slate pool merge hai-duong hai-duong-wards/pool.csv --accept lines.csv --out merged.csv',
    ],
    load: () => import('./commands/pool.ts'),
  },
  {
    name: 'assembly',
    summary: 'cli.assembly-summary',
    examples: [
      'slate assembly import citizens-assembly/categories.csv citizens-assembly/respondents.csv --number 30 --household primary_address1 primary_zip --out assembly',
      'slate assembly import citizens-assembly/categories.csv citizens-assembly/respondents.csv --number 30 --out assembly && slate propose --pool assembly/pool.csv --rules assembly/rules.yaml --out chosen.csv && slate assembly split chosen.csv citizens-assembly/respondents.csv --selected selected.csv --remaining remaining.csv',
    ],
    load: () => import('./commands/assembly.ts'),
  },
  {
    name: 'store',
    summary: 'cli.store-summary',
    examples: [
      'slate store --data board',
      'slate store keep pool hai-duong --from "Phòng Nội vụ" --data board && slate propose --pool kept:hai-duong --rules hai-duong-2020 --data board --record',
      'slate store list --data board',
      'slate store show pool/hai-duong --data board',
      'slate store find HD-004 --data board',
      'slate store backup "board-$(date +%s%N).backup" --data board',
    ],
    load: () => import('./commands/store.ts'),
  },
  {
    name: 'draft',
    summary: 'cli.draft-summary',
    examples: ['slate draft --data board'],
    load: () => import('./commands/draft.ts'),
  },
  {
    name: 'rounds',
    summary: 'cli.rounds-summary',
    examples: [
      'slate rounds procedures',
      'slate rounds begin committee --procedure party-five-steps --seats 41 --data board && slate rounds record committee standing-committee-1 --slate hai-duong/slate.csv --data board',
      'slate rounds record committee key-cadres hai-duong/ballots.csv --data board && slate rounds show committee --data board',
      'slate rounds way committee HD-001 HD-030 --data board',
      'slate rounds --data board',
    ],
    load: () => import('./commands/rounds.ts'),
  },
  {
    name: 'runs',
    summary: 'cli.runs-summary',
    examples: ['slate runs --data board'],
    load: () => import('./commands/runs.ts'),
  },
  {
    name: 'replay',
    summary: 'cli.replay-summary',
    examples: [
      'slate propose --pool hai-duong --rules hai-duong-2020 --alternatives 2 --report report.html && slate replay report.html',
      'slate check hai-duong/slate.csv --pool hai-duong --rules hai-duong-2020 --record --data board && slate replay last --data board',
    ],
    load: () => import('./commands/replay.ts'),
  },
  {
    name: 'audit',
    summary: 'cli.audit-summary',
    examples: ['slate audit --data board', 'slate audit verify --data board'],
    load: () => import('./commands/audit.ts'),
  },
  {
    name: 'keys',
    summary: 'cli.keys-summary',
    examples: ['slate keys --data board', 'slate keys add "Board office" --role drafter --data board'],
    load: () => import('./commands/keys.ts'),
  },
  {
    name: 'people',
    summary: 'cli.people-summary',
    examples: [
      'slate people --data board',
      'slate people invite an@board.example --name "Nguyễn Văn An" --role administrator --data board',
      'slate people show an@board.example --data board',
    ],
    load: () => import('./commands/people.ts'),
  },
  {
    name: 'login',
    summary: 'cli.login-summary',
    examples: [],
    remoteExamples: [
      'slate login https://slate.example',
      'slate propose --pool hai-duong --rules hai-duong-2020 --service https://slate.example',
    ],
    load: () => import('./commands/login.ts'),
  },
  {
    name: 'logout',
    summary: 'cli.logout-summary',
    examples: ['slate logout https://slate.example'],
    load: () => import('./commands/logout.ts'),
  },
  {
    name: 'whoami',
    summary: 'cli.whoami-summary',
    examples: [],
    remoteExamples: ['slate whoami', 'slate whoami https://slate.example'],
    load: () => import('./commands/whoami.ts'),
  },
  {
    name: 'serve',
    summary: 'cli.serve-summary',
    examples: [
      'slate serve',
      'slate serve --port 3000',
      'slate serve --allowed-host slate.example',
      'slate serve --print-config',
    ],
    load: () => import('./commands/serve.ts'),
  },
  {
    name: 'worker',
    summary: 'cli.worker-summary',
    examples: ['slate worker', 'slate worker --threads 2 --data board'],
    load: () => import('./commands/worker.ts'),
  },
  {
    name: 'jobs',
    summary: 'cli.jobs-summary',
    examples: ['slate jobs --data board', 'slate jobs list --data board --json'],
    load: () => import('./commands/jobs.ts'),
  },
];
