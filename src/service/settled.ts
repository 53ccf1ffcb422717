import { BadInput, type Reading } from '../words/problem.ts';

/** The outcome of a promise; bad input is one like any other. */
export async function settled<Value>(value: Promise<Value>): Promise<Reading<Value>> {
  try {
    return { ok: true, value: await value };
  } catch (error) {
    if (error instanceof BadInput) return { ok: false, problems: error.problems };
    throw error;
  }
}
