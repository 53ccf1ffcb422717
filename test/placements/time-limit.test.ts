import { beforeAll, describe, expect, it } from 'vitest';
import { madeUpPlacement } from '../../fixtures/ward-leadership.ts';
import { openPlacement } from '../../src/placements/placement.ts';
import { readUnits } from '../../src/placements/read-units.ts';
import { readPoolCsv } from '../../src/pool/reading/read-csv.ts';
import { loadRuleSet } from '../../src/rules/load.ts';
import { assembleReadable } from '../../src/optimize/model/readable-model.ts';
import { decidedOf } from '../../src/slate/case.ts';
import { propose } from '../../src/slate/propose.ts';
import type { SlateCase } from '../../src/check/slate-case.ts';
import { Task, TimeLimitError } from '../../src/slate/task.ts';
import { valueOf } from '../../src/words/problem.ts';
import { rowDecisions } from '../../src/check/row-decisions.ts';

/** Some 300,000 appointments: enough for every part of the work to have long loops. */
const SIZE = { units: 60, candidates: 1200, seed: 4 };

const parts = async (): Promise<Parameters<typeof openPlacement>> => {
  const made = madeUpPlacement(SIZE);
  return [
    valueOf(await readPoolCsv(made.candidates, 'pool.csv')),
    valueOf(readUnits(made.units, 'units.csv')),
    valueOf(await loadRuleSet('ward-leadership-2020')),
  ];
};

/** Turns of the event loop that a piece of work lets in before it ends or is stopped. */
async function stoppedAtTurn(turns: number, work: (task: Task) => Promise<unknown>): Promise<unknown> {
  const stop = new AbortController();
  let left = turns;
  const count = (): void => {
    left -= 1;
    if (left <= 0) stop.abort(new Error('nobody wants it any more'));
    else setImmediate(count);
  };
  setImmediate(count);
  return work(new Task({ signal: stop.signal, timeLimitMs: Infinity })).catch((error: unknown) => error);
}

describe('a large placement', () => {
  let asked: SlateCase;
  beforeAll(async () => {
    asked = valueOf(await openPlacement(...(await parts())));
  });

  it('is not opened where time is up', async () => {
    const [pool, units, ruleSet] = await parts();
    const task = new Task({ timeLimitMs: 0 });
    await expect(openPlacement(pool, units, ruleSet, {}, task)).rejects.toThrow(TimeLimitError);
  });

  it('stops being opened when nobody wants it any more', async () => {
    const [pool, units, ruleSet] = await parts();
    const found = await stoppedAtTurn(1, (task) => openPlacement(pool, units, ruleSet, {}, task));
    expect(found).toEqual(new Error('nobody wants it any more'));
  });

  it('stops becoming a program when nobody wants it any more, or time is up', async () => {
    const decided = await decidedOf(asked);
    const options = { decisions: rowDecisions(asked), differences: [] };
    const stopped = await stoppedAtTurn(1, (checkpoint) =>
      assembleReadable(decided, options, { checkpoint }),
    );
    expect(stopped).toEqual(new Error('nobody wants it any more'));
    const late = assembleReadable(decided, options, { checkpoint: new Task({ timeLimitMs: 0 }) });
    await expect(late).rejects.toThrow(TimeLimitError);
  });

  it('is answered as out of time, with no plan, where the limit does not suffice', async () => {
    const ended = await propose(asked, { timeLimitMs: 1 }).then(
      ({ status }) => status,
      (error: unknown) => (error instanceof TimeLimitError ? 'unknown' : error),
    );
    expect(ended).toBe('unknown');
  });
});
