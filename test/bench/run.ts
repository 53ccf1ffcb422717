import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { highsSolver } from '../../src/optimize/highs/solver.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { VARIANTS, caseOf, ruleSetOf } from './instances.ts';
import { latencies, servedLatencies } from './latency.ts';
import { measureSize, type Measured, PEERS, type PeerName, poolFile } from './one-size.ts';
import { ourPath } from './our-path.ts';
import { versionOf } from './peers.ts';
import { type FromFile, type PlacementTimes, resultsText } from './results.ts';

/**
 * `npm run bench`: everything, half an hour long, into RESULTS.md.
 * `npm run bench -- --sizes 120,1000 --quick`: parts, quickly, printed alone.
 * `npm run bench -- --placements`: the placements alone.
 */
const SIZES = [60, 120, 300, 1000, 5000, 20_000, 100_000, 1_000_000];
/** From this size on, measured from the file, too. */
const FROM_FILE = 100_000;
/** Beyond this size no peer is asked for the plain model. */
const PEERS_UP_TO = 100_000;

const { values: asked } = parseArgs({
  options: {
    sizes: { type: 'string' },
    quick: { type: 'boolean', default: false },
    placements: { type: 'boolean', default: false },
    limit: { type: 'string' },
    out: { type: 'string' },
  },
});
/** Wards with their candidates: the reference case, and a province. */
const PLACEMENTS = [
  [25, 200],
  [250, 3000],
] as const;
const sizes = asked.placements ? [] : (asked.sizes?.split(',').map(Number) ?? SIZES);
const whole = asked.sizes === undefined && !asked.quick && !asked.placements;
const limit = 1000 * Number(asked.limit ?? (asked.quick ? 5 : 30));
const began = new Date();
const command = ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(
  ' ',
);

const [glpsol, cbc] = [versionOf('glpsol'), versionOf('cbc')];
const installed: readonly PeerName[] = PEERS.filter(
  (peer) => (peer !== 'glpsol' || glpsol !== undefined) && (peer !== 'cbc' || cbc !== undefined),
);
const folder = await mkdtemp(join(tmpdir(), 'slate-bench-'));

/** What a script prints that runs in a process of its own. */
function printed(script: string, ...args: readonly string[]): unknown {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

function placement([units, candidates]: (typeof PLACEMENTS)[number]): PlacementTimes {
  console.error(`${units} units, ${candidates} candidates`);
  return printed('placement.ts', String(units), String(candidates)) as PlacementTimes;
}

function fromFile(size: number, file: string): readonly FromFile[] {
  const run = (...args: readonly string[]) => printed('from-file.ts', ...args) as FromFile['optimum'];
  const parse = run('parse', file);
  return VARIANTS.map((variant) => ({
    size,
    variant,
    parse,
    optimum: run('optimum', file, variant),
  }));
}

try {
  // The compiler and the solver warm up on another pool.
  const warm = await caseOf(await ruleSetOf('tight'), 500, 7);
  for (let run = 0; run < 5; run += 1) await ourPath(warm.pool, warm.ruleSet);
  const instances = asked.quick ? 20 : 100;
  // First, while the process is as small as that of a service.
  const asWarmService = asked.placements
    ? []
    : [...(await latencies(instances)), ...(await servedLatencies(instances))];
  const measured: Measured[] = [];
  const files: FromFile[] = [];
  for (const size of sizes) {
    console.error(`${size} candidates`);
    const peers = size <= PEERS_UP_TO ? installed : [];
    measured.push(...(await measureSize(size, { folder, limit, peers, variants: VARIANTS })));
    if (size >= FROM_FILE) files.push(...fromFile(size, await poolFile(folder, size)));
  }
  const text = resultsText({
    command,
    began,
    limit,
    versions: {
      Node: process.versions.node,
      highs: (await highsSolver()).version,
      'javascript-lp-solver': javascriptLpSolver().version,
      'csv-parse': await versionOfPackage('csv-parse'),
      ...(glpsol !== undefined && { glpsol }),
      ...(cbc !== undefined && { cbc }),
    },
    measured,
    fromFile: files,
    latencies: asWarmService,
    placements: asked.placements || whole ? PLACEMENTS.map(placement) : [],
  });
  console.log(text);
  const out = asked.out ?? (whole ? fileURLToPath(new URL('RESULTS.md', import.meta.url)) : undefined);
  if (out !== undefined) await writeFile(out, text);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function versionOfPackage(name: string): Promise<string> {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
  return version;
}
