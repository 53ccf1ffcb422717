import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { factsOf } from '../../src/pool/facts/derived-facts.ts';
import { generatePool } from '../../fixtures/made-up/generate.ts';
import { readPoolFile } from '../../src/pool/reading/read-csv.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { valueOf } from '../../src/words/problem.ts';
import { ruleSetOf, type Variant } from './instances.ts';
import { type OurAnswer, ourPath } from './our-path.ts';
import { inProcess, inThread, type PeerAnswer } from './peers.ts';
import { mpsOf, plainModel, wholeObjective } from './plain-model.ts';

/** Who is measured beside us, in the order of the table. */
export const PEERS = [
  'highs-default',
  'highs-whole',
  'highs-ours',
  'javascript-lp-solver',
  'glpsol',
  'cbc',
] as const;

export type PeerName = (typeof PEERS)[number];

/** One size under one variant of the rules. */
export interface Measured {
  readonly size: number;
  readonly variant: Variant;
  readonly ours: OurAnswer;
  /** How many columns the plain model has. */
  readonly plainColumns: number;
  readonly peers: Readonly<Partial<Record<PeerName, PeerAnswer>>>;
  /** Whether every peer that finished has our status and optimum. */
  readonly identical: boolean;
}

/** What is measured, and for how long. */
export interface Measuring {
  readonly folder: string;
  /** Milliseconds that a peer gets. */
  readonly limit: number;
  readonly peers: readonly PeerName[];
  readonly variants: readonly Variant[];
}

/** Makes up the pool of a size as a file, and returns its path. */
export async function poolFile(folder: string, size: number): Promise<string> {
  const file = join(folder, `pool-${size}.csv`);
  await pipeline(Readable.from(chunks(generatePool({ size, seed: size + 1 }))), createWriteStream(file));
  return file;
}

/** Lines by the thousand, so that a million of them are written in a moment. */
function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line);
    if (chunk.length < 1000) continue;
    yield chunk.join('');
    chunk = [];
  }
  yield chunk.join('');
}

/** Measures one size under all variants. */
export async function measureSize(size: number, measuring: Measuring): Promise<readonly Measured[]> {
  const pool = valueOf(await readPoolFile(await poolFile(measuring.folder, size)));
  const all: Measured[] = [];
  for (const variant of measuring.variants) {
    const ruleSet = await ruleSetOf(variant);
    const ours = await warmPath(pool, ruleSet, size);
    const { peers, plainColumns } = await measurePeers(ruleSet, pool, { ...measuring, size, variant });
    const identical = Object.values(peers).every(
      ({ status, value }) => status === 'no answer' || (status === ours.status && value === ours.value),
    );
    all.push({ size, variant, ours, plainColumns, peers, identical });
  }
  return all;
}

/** Our path as a warm service takes it: the first half of the runs warms, the middle one of the others counts. */
async function warmPath(
  pool: Parameters<typeof ourPath>[0],
  ruleSet: RuleSet,
  size: number,
): Promise<OurAnswer> {
  const half = size <= 20_000 ? 9 : size <= 100_000 ? 5 : 2;
  for (let run = 0; run < half; run += 1) await ourPath(pool, ruleSet);
  const runs: OurAnswer[] = [];
  for (let run = 0; run < half; run += 1) runs.push(await ourPath(pool, ruleSet));
  const sorted = runs.toSorted((one, other) => one.milliseconds - other.milliseconds);
  return sorted[Math.floor(half / 2)]!;
}

async function measurePeers(
  ruleSet: RuleSet,
  pool: Parameters<typeof factsOf>[0],
  { folder, limit, peers, size, variant }: Measuring & { readonly size: number; readonly variant: Variant },
): Promise<Pick<Measured, 'peers' | 'plainColumns'>> {
  if (peers.length === 0) return { peers: {}, plainColumns: 0 };
  const decided = await decideCase(ruleSet, valueOf(factsOf(pool, ruleSet)));
  const program = await plainModel(decided);
  const whole = await wholeObjective(decided);
  const mps = join(folder, `plain-${size}-${variant}.mps`);
  if (peers.includes('glpsol') || peers.includes('cbc')) {
    await pipeline(Readable.from(chunks(mpsOf(program))), createWriteStream(mps));
  }
  const answers: Partial<Record<PeerName, PeerAnswer>> = {};
  for (const peer of peers) {
    answers[peer] =
      peer === 'glpsol' || peer === 'cbc'
        ? await inProcess(peer, mps, limit)
        : await inThread({
            peer,
            program,
            limit,
            costs: peer === 'highs-whole' ? whole : program.levels[0]!,
          });
  }
  return { peers: answers, plainColumns: program.columnCount };
}
