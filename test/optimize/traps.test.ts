import solver from 'javascript-lp-solver';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { decideCase } from '../../src/optimize/model/decided-case.ts';
import { highsSolver, seriesSolver } from '../../src/optimize/highs/solver.ts';
import { loadRuntime } from '../../src/optimize/highs/runtime.ts';
import { javascriptLpSolver } from '../../src/optimize/javascript-lp-solver.ts';
import { copyBounds, type LinearProgram } from '../../src/optimize/linear-program.ts';
import { LinearProgramBuilder } from '../../src/optimize/model/program-builder.ts';
import { verified } from '../../src/optimize/verified-solution.ts';
import { assembleModel } from '../../src/optimize/model/slate-model.ts';
import { ThreadsClosedError } from '../../src/optimize/threads/threads-closed.ts';
import { closeSolverThreads, solveInThreads } from '../../src/optimize/threads/solver-threads.ts';
import { propose } from '../../src/slate/propose.ts';
import { poolFromCandidates } from '../../src/pool/reading/read-candidates.ts';
import { NO_DECISIONS } from '../../src/pool/decisions.ts';
import { valueOf } from '../../src/words/problem.ts';
import { HARD, plainRuleSet, sameTitle } from '../plain-rules.ts';
import { type PlainCandidate, tableOf } from '../random-case.ts';
import cycling from './cycling.json' with { type: 'json' };
import wrongOptimum from './wrong-optimum.json' with { type: 'json' };
import { everySolver, NOBODY, solveOnce } from './solving.ts';

/** What was measured of both solvers and decides how they are used, one test each. */

/** A limit that no test waits for, in milliseconds: what should end before ends for another reason. */
const NEVER = 86_400_000;

afterAll(closeSolverThreads);

interface Column {
  readonly value: number;
  readonly entries: readonly number[];
  readonly upper?: number;
}

/** A program of one level from rows of bounds and columns. */
function programOf(
  rows: readonly (readonly [lower: number, upper: number])[],
  columns: readonly Column[],
): LinearProgram {
  const builder = new LinearProgramBuilder(1);
  rows.forEach(([lower, upper], index) => builder.addRow(`row ${index}`, lower, upper));
  for (const { value, entries, upper = 1 } of columns) {
    builder.addColumn(0, upper);
    builder.addValue(0, value);
    entries.forEach((entry, row) => {
      if (entry !== 0) builder.addEntry(row, entry);
    });
  }
  return builder.build(0, 0);
}

/** Choosing columns whose weights fill a sack: proving the best of these takes any solver long. */
function sack(columns: number): LinearProgram {
  const weights = Array.from({ length: columns }, (_, column) => 100_003 + ((column * 7919) % 10_007) * 2);
  const half = Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 4) * 2 + 1;
  return programOf(
    [
      [half, half],
      [0, columns],
    ],
    weights.map((weight, column) => ({ value: (column * 31) % 97, entries: [weight * 2, 1] })),
  );
}

const threeOf = plainRuleSet('three', {
  size: { min: 3, max: 3 },
  rules: [
    {
      ...HARD,
      id: 'women',
      kind: 'count',
      where: { fact: 'gender', operator: 'equal', value: 'female' },
      min: 2,
      max: 2,
    },
  ],
  objective: [{ title: sameTitle('merit'), softRules: true, terms: [{ fact: 'merit', weight: 1 }] }],
});

describe('names', () => {
  const ids = [
    'result',
    'feasible',
    'bounded',
    'isIntegral',
    '__proto__',
    'value',
    'a b',
    'constructor',
    'x0',
    'r0',
    '≥ 1',
  ];
  const candidates: PlainCandidate[] = ids.map((id, index) => ({
    id,
    gender: index % 2 === 0 ? 'female' : 'male',
    merit: index % 4,
  }));

  it('that mean something to a solver are ids like any other', async () => {
    const asked = {
      pool: valueOf(
        poolFromCandidates(
          ids.map((id) => ({ id, name: id })),
          'names',
        ),
      ),
      ruleSet: threeOf,
      facts: tableOf(candidates),
      decisions: { ...NO_DECISIONS, pin: ['__proto__'] },
    };
    const expected = await propose(asked, { solver: 'highs' });
    expect(expected.slates[0]!.members).toContain('__proto__');
    expect(expected.slates[0]!.members).toHaveLength(3);
    const second = await propose(asked, { solver: 'javascript-lp-solver' });
    expect(second.slates).toEqual(expected.slates);
  });

  it('corrupt the answer of javascript-lp-solver where they reach it', () => {
    const answer = solver.Solve({
      optimize: 'value',
      opType: 'max',
      constraints: { size: { max: 1 } },
      variables: { feasible: { value: 1, size: 1 } },
      binaries: { feasible: 1 },
    });
    // The variable's 1 stands where the word whether a solution exists should be.
    expect(answer).not.toMatchObject({ feasible: true });
  });
});

describe('negative coefficients', () => {
  // At least 2/5 women: 3 for a woman, −2 for a man.
  const share = programOf(
    [
      [0, Infinity],
      [3, 3],
    ],
    [
      { value: 10, entries: [-2, 1] },
      { value: 20, entries: [-2, 1] },
      { value: 10, entries: [-2, 1] },
      { value: 5, entries: [3, 1] },
      { value: 5, entries: [3, 1] },
    ],
  );

  it('in a row give the right optimum on every solver', async () => {
    for (const [name, each] of await everySolver()) {
      expect(solveOnce(each, share), `by ${name}`).toMatchObject({ status: 'optimal', values: [30] });
    }
  });
});

describe('a share of six decimals', () => {
  // At most 33.3333 % of three; two pairs of which one each may be chosen, or more for a million.
  const other = (pair: 0 | 1): Column => ({ value: 0, entries: [1, -333_333, 1 - pair, pair] });
  const program = programOf(
    [
      [3, 3],
      [-Infinity, 0],
      [-Infinity, 1],
      [-Infinity, 1],
    ],
    [
      other(0),
      other(1),
      { value: 0, entries: [1, 666_667, 0, 0] },
      other(1),
      other(0),
      { value: -1_000_000, entries: [0, 0, -1, -1] },
    ],
  );

  it('is kept where 0.999999 of a member would cost nothing', async () => {
    for (const [name, solver] of [...(await everySolver()), ['a series', await seriesSolver()]] as const) {
      expect(solveOnce(solver, program), `by ${name}`).toMatchObject({
        status: 'optimal',
        values: [-1_000_000],
      });
    }
  });
});

describe('time', () => {
  it.each(['highs', 'javascript-lp-solver'] as const)(
    'of 1 ms is no proof that no slate exists (%s)',
    async (name) => {
      const each = name === 'highs' ? await highsSolver() : javascriptLpSolver();
      for (const columns of [50, 150]) {
        const { status } = solveOnce(each, sack(columns), 1);
        expect(['unknown', 'feasible']).toContain(status);
      }
    },
  );

  it('that has run out leaves no answer, or one whose bound holds', async () => {
    const { outcome } = await solveInThreads(sack(120), { solver: 'highs', timeLimit: 300 });
    expect(['unknown', 'feasible', 'optimal']).toContain(outcome.status);
    if (outcome.status === 'feasible') expect(outcome.bound).toBeGreaterThanOrEqual(outcome.values[0]!);
  });

  it('makes javascript-lp-solver return what is no optimum; it is not called one', () => {
    const program = sack(60);
    const outcome = solveOnce(javascriptLpSolver(), program, 50);
    expect(outcome.status).not.toBe('optimal');
    expect(outcome.status).not.toBe('infeasible');
    if ('x' in outcome) expect(verified(program, program, outcome.x)).toEqual(outcome.x);
  });

  it('is kept by the race: an answer or none', async () => {
    const { outcome } = await solveInThreads(sack(120), { timeLimit: 400 });
    expect(outcome.status).not.toBe('infeasible');
  });

  it('of zero is over before it begins', async () => {
    for (const [name, each] of await everySolver()) {
      expect(solveOnce(each, sack(20), 0).status, `by ${name}`).toBe('unknown');
    }
  });
});

describe('cancelling', () => {
  it.each(['auto', 'highs', 'javascript-lp-solver'] as const)(
    'rejects at once with the reason (%s)',
    async (name) => {
      const controller = new AbortController();
      const reason = new Error('the client hung up');
      const solving = solveInThreads(sack(150), {
        solver: name,
        timeLimit: NEVER,
        signal: controller.signal,
      });
      setTimeout(() => controller.abort(reason), 100);
      await expect(solving).rejects.toBe(reason);
    },
  );

  it.each(['auto', 'highs', 'javascript-lp-solver'] as const)(
    'by closing the threads ends what they work at (%s)',
    async (solver) => {
      const solving = solveInThreads(sack(150), { solver, timeLimit: NEVER });
      setTimeout(() => void closeSolverThreads(), 100);
      await expect(solving).rejects.toThrow(ThreadsClosedError);
      const { outcome } = await solveInThreads(sack(6), { timeLimit: NEVER });
      expect(outcome.status).toBe('infeasible');
    },
  );

  it('before the start starts nothing', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await expect(solveInThreads(sack(20), { timeLimit: 1000, signal })).rejects.toThrow('too late');
  });

  it('stops a solve in this thread', async () => {
    const session = (await highsSolver()).open(sack(150));
    let asked = 0;
    const outcome = session.solve({ timeLimit: NEVER, cancelled: () => (asked += 1) > 3 });
    session.close();
    expect(outcome.status).not.toBe('optimal');
    expect(outcome.status).not.toBe('infeasible');
  });
});

interface StoredProgram {
  readonly rows: readonly { readonly min?: number; readonly max?: number }[];
  readonly columns: readonly { readonly value: number; readonly entries: readonly (readonly number[])[] }[];
}

/** A program from a file; its entries are pairs of row and coefficient. */
function storedProgram({ rows, columns }: StoredProgram): LinearProgram {
  return programOf(
    rows.map(({ min, max }) => [min ?? -Infinity, max ?? Infinity]),
    columns.map(({ value, entries }) => {
      const dense = rows.map(() => 0);
      for (const [row, entry] of entries) dense[row!] = entry!;
      return { value, entries: dense };
    }),
  );
}

describe('a program with rows of one column each, of which HiGHS 1.15.1 called a lesser solution optimal', () => {
  const program = storedProgram(wrongOptimum);

  it('is solved to its optimum by every solver', async () => {
    for (const [name, solver] of await everySolver()) {
      const outcome = solveOnce(solver, program, NEVER);
      expect([name, outcome.status === 'optimal' && outcome.values]).toEqual([name, [14_928_013_943]]);
    }
  });
});

describe('a program on which javascript-lp-solver cycles', () => {
  const program = storedProgram(cycling);

  it('ends at its limit, the thread killed, with nothing proven and a note', async () => {
    const solved = await solveInThreads(program, { solver: 'javascript-lp-solver', timeLimit: 200 });
    expect(solved.outcome).toEqual({ status: 'unknown' });
    expect(solved.notes[0]!.en).toContain('javascript-lp-solver');
  });

  it('is answered by the race all the same, long before its limit', async () => {
    const { outcome, name } = await solveInThreads(program, { timeLimit: NEVER, confirmation: 100 });
    expect([outcome.status, name]).toEqual(['infeasible', 'highs']);
  });

  it('takes no thread from those who ask next', async () => {
    const cycles = Array.from({ length: 4 }, () =>
      solveInThreads(program, { solver: 'javascript-lp-solver', timeLimit: 100 }),
    );
    await Promise.all(cycles);
    const { outcome } = await solveInThreads(sack(6), { solver: 'javascript-lp-solver', timeLimit: NEVER });
    expect(outcome.status).not.toBe('unknown');
  });
});

/** A knapsack in which javascript-lp-solver finds a good solution long before the best. */
const knapsack = programOf(
  Array.from({ length: 4 }, () => [0, 250] as const),
  Array.from({ length: 25 }, (_, column) => ({
    value: 40 + ((column * 17) % 61),
    entries: [23, 36, 49, 62].map((step) => 23 + ((column * step) % 47)),
  })),
);

it('javascript-lp-solver proves nothing once its own clock has run out, whatever ours says', () => {
  const best = solveOnce(javascriptLpSolver(), knapsack);
  const unproven: string[] = [];
  for (let turns = 20; turns < 300; turns += 20) {
    let asked = 0;
    const real = Date.now.bind(Date);
    // The clock of the wall is set an hour ahead while it searches.
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + (++asked > turns ? 3_600_000 : 0));
    const outcome = solveOnce(javascriptLpSolver(), knapsack);
    clock.mockRestore();
    if (outcome.status === 'optimal') expect(outcome).toEqual(best);
    else unproven.push(outcome.status);
  }
  expect(new Set(unproven)).toEqual(new Set(['unknown']));
});

it('a solver thread that crashes is an error, and the next solve has a new thread', async () => {
  const broken = { ...sack(20), values: new Float64Array(40).fill(Number.NaN) };
  await expect(solveInThreads(broken, { solver: 'highs', timeLimit: NEVER })).rejects.toThrow(
    'must be a number',
  );
  const { outcome } = await solveInThreads(sack(8), { solver: 'highs', timeLimit: NEVER });
  expect(outcome.status).not.toBe('unknown');
});

describe('verifying', () => {
  const program = programOf(
    [[1, 2]],
    [
      { value: 1, entries: [1] },
      { value: 1, entries: [1] },
      { value: 1, entries: [1], upper: 5 },
    ],
  );

  it('takes what is whole up to rounding', () => {
    expect(verified(program, program, [1 - 1e-9, 1e-12, 0])).toEqual(Float64Array.from([1, 0, 0]));
  });

  it('rejects fractions, broken rows and broken columns', () => {
    expect(verified(program, program, [0.5, 0.5, 0])).toBeUndefined();
    expect(verified(program, program, [0, 0, 0])).toBeUndefined();
    expect(verified(program, program, [1, 1, 1])).toBeUndefined();
    expect(verified(program, program, [2, 0, 0])).toBeUndefined();
    expect(verified(program, program, [0, 0, -1])).toBeUndefined();
    expect(verified(program, program, [Number.NaN, 1, 0])).toBeUndefined();
  });

  it('holds the bounds of the solve, not those of the program', () => {
    const bounds = copyBounds(program);
    bounds.columnUpper[0] = 0;
    expect(verified(program, bounds, [1, 0, 0])).toBeUndefined();
    bounds.rowLower[0] = 2;
    expect(verified(program, bounds, [0, 1, 0])).toBeUndefined();
    expect(verified(program, bounds, [0, 1, 1])).toBeDefined();
  });
});

it('three hundred solves on one session take no more memory than twenty', async () => {
  const highs = await loadRuntime();
  const candidates: PlainCandidate[] = Array.from({ length: 150 }, (_, index) => ({
    id: `c${index}`,
    gender: index % 3 === 0 ? 'female' : 'male',
    merit: ((index * 7) % 30) / 10,
    unit: `unit ${index % 20}`,
  }));
  const decided = await decideCase({ ...threeOf, size: { min: 20, max: 20 } }, tableOf(candidates));
  const { program } = await assembleModel(decided, { decisions: NOBODY, flexibleSeats: 20 });
  for (const each of [await highsSolver(), await highsSolver({ direct: 0, rest: 5, round: 10, part: 10 })]) {
    const session = each.open(program);
    const solve = (times: number): number => {
      for (let time = 0; time < times; time += 1) {
        const bounds = copyBounds(program);
        bounds.rowLower[1] = bounds.rowUpper[1] = time % 12;
        session.solve({ timeLimit: NEVER }, bounds);
      }
      return highs.memoryBytes;
    };
    const early = solve(20);
    expect(solve(300)).toBe(early);
    session.close();
  }
});

it('javascript-lp-solver keeps no model alive after a session', () => {
  const session = javascriptLpSolver().open(sack(10));
  session.solve({ timeLimit: 1000 });
  session.close();
  expect(Reflect.get(solver, 'lastSolvedModel')).toBeNull();
});
