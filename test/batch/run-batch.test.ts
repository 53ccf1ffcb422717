import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchSchema, resultSchema } from '../../src/batch/answers.ts';
import { closeBatchThreads } from '../../src/batch/batch-threads.ts';
import { prepareBatch } from '../../src/batch/batch-parts.ts';
import { resultsInFile, resultsInMemory } from '../../src/batch/kept-results.ts';
import { readBatch } from '../../src/batch/read-cases.ts';
import { type BatchControl, runBatch } from '../../src/batch/run-batch.ts';
import { CaseSolver } from '../../src/batch/solve-case.ts';
import { writeBatch } from '../../src/batch/batch-folder.ts';
import { openCaseOf } from '../../src/opening/open-case.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';
import { propose } from '../../src/slate/propose.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { allOf } from './all-of.ts';

const RULES = `id: own
title: Own
referenceDate: 2025-07-01
size: { min: 2, max: 3 }
facts: { merit: number }
rules:
  - { id: women, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }
  - { id: one-each, count: { forEach: unit, max: 1 } }
  - { id: grown, require: { satisfy: { fact: age, operator: greaterThanInclusive, value: 30 } } }
  - { id: half, share: { where: { fact: gender, operator: equal, value: female }, min: 1/2 }, strength: soft, weight: 4 }
objective: [{ fact: merit, weight: 1 }]
scenarios:
  - { id: two, size: 2 }
  - { id: all-women, rules: { half: { min: 100 %, strength: hard } } }
  - { id: dear, rules: { half: { weight: 100 } } }
  - { id: only-men, rules: { women: { exactly: 0 } } }
`;

const HEAD = 'id,name,gender,birthDate,unit,merit\n';
const line = (id: string, gender: string, unit: string, merit: number): string =>
  `${id},${id},${gender},1980-01-15,${unit},${merit}\n`;
const MIXED =
  line('A', 'male', 'X', 9) +
  line('B', 'male', 'Y', 8) +
  line('C', 'female', 'Z', 3) +
  line('D', 'female', 'X', 1);
const MEN = line('A', 'male', 'X', 9) + line('B', 'male', 'Y', 8);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'slate-batch-'));
  writeFileSync(join(folder, 'own.yaml'), RULES);
  writeFileSync(join(folder, 'mixed.csv'), HEAD + MIXED);
  writeFileSync(join(folder, 'men.csv'), HEAD + MEN);
  writeFileSync(join(folder, 'short.csv'), 'id,name,gender,birthDate,unit\nA,A,female,1980-01-15,X\n');
  writeFileSync(
    join(folder, 'cases.csv'),
    'id,pool,scenario,x,y\nmixed,mixed.csv,,0,0\nmen,men.csv,two,1,0\nshort,short.csv,,2,0\nlost,nowhere.csv,,3,0\n',
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => Promise.all([closeSolverThreads(), closeBatchThreads()]));

const results = (): string => join(folder, 'out', 'results.jsonl');

async function run(
  asked: { readonly under?: readonly string[]; readonly costs?: readonly string[] } = {},
  control: Partial<BatchControl> = {},
) {
  const named = valueOf(await readBatch(join(folder, 'cases.csv')));
  const prepared = valueOf(await prepareBatch({ ...named, rules: join(folder, 'own.yaml'), ...asked }));
  const answer = await runBatch(prepared, { kept: resultsInFile(results()), threads: 1, ...control });
  return { prepared, answer, batch: answer.batch, results: await allOf(answer.results) };
}

describe('a batch', () => {
  it('proposes for every case under every scenario, says why there is none, and what all come to', async () => {
    const {
      batch,
      answer,
      results: found,
      prepared,
    } = await run({ under: ['all-women', 'only-men'], costs: ['women'] });
    expect(batchSchema.parse(batch)).toEqual(batch);
    for (const each of found) expect(resultSchema.parse(each)).toEqual(each);
    const of = (id: string) =>
      found
        .filter((each) => each.case === id)
        .map(({ scenario, status, objective }) => [scenario, status, objective]);
    expect(of('mixed')).toEqual([
      ['base', 'optimal', 16], // A, B and C are worth 20 and lack one woman of a half, for 4
      ['all-women', 'optimal', 4],
      ['only-men', 'optimal', 13], // A and B are worth 17, and lack one
      ['without-women', 'optimal', 16],
    ]);
    expect(of('men')).toEqual([
      ['base', 'infeasible', undefined],
      ['all-women', 'infeasible', undefined],
      ['only-men', 'optimal', 13],
      ['without-women', 'optimal', 13],
    ]);
    const none = found.find((each) => each.case === 'men' && each.scenario === 'base')!;
    expect(none.conflicts).toMatchObject([{ rules: ['women'] }]);
    expect(none.wayOut).toMatchObject({ cost: 1, rules: ['women'] });
    expect(batch).toMatchObject({
      cases: 4,
      total: 16,
      reused: 0,
      complete: true,
      withSlate: 6,
      withoutSlate: 2,
      unreadable: 8,
    });
    const asked = ['base', 'all-women', 'only-men', 'without-women'];
    expect(batch.failed.map((each) => [each.case, each.scenarios])).toEqual([
      ['short', asked],
      ['lost', asked],
    ]);
    expect(batch.slateless).toEqual([{ case: 'men', why: none.conflicts!.map(({ message }) => message) }]);
    expect(batch.failed[0]!.problems[0]!.en).toContain('merit');
    expect(batch.scenarios.map(({ id, againstBase }) => [id, againstBase])).toEqual([
      ['base', undefined],
      ['all-women', { cases: 1, objective: -12, lost: 0, gained: 0 }],
      ['only-men', { cases: 1, objective: -3, lost: 0, gained: 1 }],
      ['without-women', { cases: 1, objective: 0, lost: 0, gained: 1 }],
    ]);
    expect(batch.rules[0]).toMatchObject({ rule: 'women', conflicts: 2 });
    expect(batch.rules.find(({ rule }) => rule === 'half')).toMatchObject({ missed: 5, price: 20 });

    const written = await writeBatch(join(folder, 'out'), prepared, answer);
    expect(written).toHaveLength(4);
    const table = readFileSync(join(folder, 'out', 'cases.csv'), 'utf8').split('\n');
    expect(table[0]).toBe(
      'x,y,case,title,scenario,status,assurance,members,objective,price,missed,conflicts,way-out-cost,way-out-rules,problems',
    );
    expect(table[1]).toBe('0,0,mixed,mixed,base,optimal,proven,3,16,4,half,,,,');
    expect(table[5]).toBe('1,0,men,men,base,infeasible,proven,,,,,women,1,women,');
    const rows = await parquetReadObjects({
      file: new Uint8Array(readFileSync(join(folder, 'out', 'cases.parquet'))).buffer,
    });
    expect(rows).toHaveLength(16);
    expect(rows[0]).toMatchObject({ x: 0, y: 0, case: 'mixed', objective: 16, members: 3, missed: 'half' });
    expect(rows[4]).toMatchObject({ x: 1, case: 'men', status: 'infeasible', 'way-out-cost': 1 });
    expect([undefined, null]).toContain(rows[4]!['objective']);
    // Both tables say the same.
    for (const [index, row] of rows.entries()) {
      expect(
        Object.values(row)
          .map((cell) => String(cell ?? ''))
          .join(),
      ).toBe(table[index + 1]!.replaceAll('"', ''));
    }
    const page = readFileSync(join(folder, 'out', 'report.html'), 'utf8');
    expect(page).toContain('4 cases under 4 scenarios');
    expect(page.match(/<title>men: /g)).toHaveLength(4);
    expect(page).not.toContain('undefined');
  });

  it('takes what is known from equal inputs, and answers anew only what changed', async () => {
    const first = await run({ under: ['two'] });
    const again = await run({ under: ['two'] });
    // Cases that could not be read are tried again.
    expect(again.batch).toMatchObject({ reused: 4, complete: true });
    expect(again.results.map(({ milliseconds: _, ...each }) => each)).toEqual(
      first.results.map(({ milliseconds: _, ...each }) => each),
    );
    writeFileSync(join(folder, 'men.csv'), HEAD + MEN + line('E', 'female', 'Z', 5));
    const changed = await run({ under: ['two'] });
    expect(changed.batch.reused).toBe(2);
    expect(changed.results.find((each) => each.case === 'men')).toMatchObject({
      status: 'optimal',
      objective: 14,
    });
    writeFileSync(join(folder, 'own.yaml'), RULES.replace('weight: 4', 'weight: 5'));
    expect((await run({ under: ['two'] })).batch.reused).toBe(0);
  });

  it('goes on where it was stopped, and is not misled by a line that was cut short', async () => {
    const stop = new AbortController();
    const stopped = await run({}, { signal: stop.signal, onProgress: (done) => done > 0 && stop.abort() });
    expect(stopped.batch.complete).toBe(false);
    const kept = readFileSync(results(), 'utf8');
    expect(kept.endsWith('\n')).toBe(true);
    appendFileSync(results(), '{"key":"');
    const told: number[] = [];
    const whole = await run({}, { onProgress: (done) => told.push(done) });
    expect(whole.batch).toMatchObject({ complete: true, reused: kept.trimEnd().split('\n').length });
    expect(told.at(-1)).toBe(4);
    for (const each of readFileSync(results(), 'utf8').trimEnd().split('\n')) {
      expect(resultSchema.safeParse(JSON.parse(each)).success).toBe(true);
    }
  });

  it('takes as many threads as it may, and leaves those of a batch beside it alone', async () => {
    const many = Array.from({ length: 6 }, (_, at) => `c${at},mixed.csv,,${at},0\n`).join('');
    writeFileSync(join(folder, 'cases.csv'), `id,pool,scenario,x,y\n${many}`);
    await closeBatchThreads();
    let started = 0;
    const count = (): void => void (started += 1);
    process.on('worker', count);
    try {
      const kept = (): BatchControl => ({ kept: resultsInMemory() });
      const one = await run({}, { ...kept(), threads: 1 });
      expect(one.batch).toMatchObject({ complete: true, withSlate: 6 });
      expect(started).toBe(1);
      const beside = await Promise.all([
        run({}, { ...kept(), threads: 1 }),
        run({}, { ...kept(), threads: 2 }),
      ]);
      for (const { batch } of beside) expect(batch).toMatchObject({ complete: true, withSlate: 6 });
      // The thread of the first batch is taken over by the next that asks for one, unless the other was quicker.
      expect(started).toBeLessThanOrEqual(4);
    } finally {
      process.off('worker', count);
    }
  });

  it('keeps nothing under the key of a table that was written anew before it was read', async () => {
    const inMemory = resultsInMemory();
    const kept: BatchControl['kept'] = {
      ...inMemory,
      find: async (keys) => {
        writeFileSync(
          join(folder, 'mixed.csv'),
          HEAD + line('E', 'female', 'Z', 1) + line('F', 'female', 'Y', 2),
        );
        return inMemory.find(keys);
      },
    };
    const changed = await run({}, { kept });
    expect(changed.results.find((each) => each.case === 'mixed')).toMatchObject({ objective: 3 });
    writeFileSync(join(folder, 'mixed.csv'), HEAD + MIXED);
    const again = await run({}, { kept: inMemory });
    expect(again.results.find((each) => each.case === 'mixed')).toMatchObject({ objective: 16 });
  });

  it('is told in a table in which no spreadsheet finds a formula', async () => {
    writeFileSync(
      join(folder, 'cases.csv'),
      'id,pool,+cmd|x,y\nmen,men.csv,-1+cmd|x,-1\nmixed,mixed.csv,=1+1,2\n',
    );
    const { prepared, answer } = await run();
    await writeBatch(join(folder, 'out'), prepared, answer);
    const table = readFileSync(join(folder, 'out', 'cases.csv'), 'utf8').split('\n');
    expect(table.slice(0, 3).map((each) => each.replaceAll('"', '').split(',').slice(0, 3).join())).toEqual([
      "'+cmd|x,y,case",
      "'-1+cmd|x,-1,men",
      "'=1+1,2,mixed",
    ]);
  });

  it('is refused before it begins where rules, scenarios or costs are unknown', async () => {
    const named = valueOf(await readBatch(join(folder, 'cases.csv')));
    const refused = async (said: object): Promise<string> => {
      const reading = await prepareBatch({ ...named, rules: join(folder, 'own.yaml'), ...said });
      return reading.ok ? '' : reading.problems.map((each) => describeProblem(each, 'en')).join('\n');
    };
    const unknown = await refused({ under: ['tow'] });
    expect(unknown).toContain('two');
    expect(unknown.split('\n')).toHaveLength(1);
    expect(await refused({ costs: ['woman'] })).toContain('did you mean “women”?');
    expect(await refused({ rules: 'nothing-like-it' })).not.toBe('');
    expect(await refused({ rules: undefined })).toContain('names no rules');
  });
});

describe('a case of which bounds alone move', () => {
  it('comes to what it does opened anew, under strength and weight as well', async () => {
    const rules = join(folder, 'own.yaml');
    const pool = join(folder, 'mixed.csv');
    const ids = ['two', 'all-women', 'dear', 'only-men'];
    const scenarios = ids.map((id) => ({ file: rules, id }));
    const named = valueOf(await readBatch(join(folder, 'cases.csv')));
    const { cases } = valueOf(await prepareBatch({ ...named, rules, under: ids }));
    const { ruleSet, jobs } = cases[0]!;
    const laid = jobs.slice(1).map((job) => job.laid);
    const asked = { pool: { file: pool }, ruleSet, laid, timeLimitMs: 60_000 };
    const together = await new CaseSolver().solve(asked);
    for (const [index, scenario] of scenarios.entries()) {
      const { asked } = valueOf(
        await openCaseOf({ pool: { file: pool }, rules: { idOrFile: rules }, scenario }),
      );
      const alone = await propose(asked);
      expect(together[index]).toMatchObject({
        status: alone.status,
        assurance: 'proven',
        objective: alone.slates[0]!.objective,
        members: alone.slates[0]!.members,
      });
    }
  });
});
