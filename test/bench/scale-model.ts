/** What was measured of one worker. */
export interface Measured {
  /** Milliseconds of each answer as its solver saw it. */
  readonly answerMs: readonly number[];
  /** Milliseconds of processor time that a worker and the database server take for an answer. */
  readonly workerMs: number;
  readonly serverMs: number;
}

/** Processors of the database server, and chunks of so many milliseconds of work. */
const SERVER_PROCESSORS = 8;
const CHUNK_MS = 5_000;

/** How many workers it takes for so many answers in an hour, and how many one server bears. */
export function capacityOf({ workerMs, serverMs }: Measured, answers: number): string {
  const needed = Math.ceil((answers * workerMs) / 3_600_000);
  const bears = Math.floor((SERVER_PROCESSORS * workerMs) / serverMs);
  const seconds = (answers * serverMs) / SERVER_PROCESSORS / 1_000;
  return `${answers.toExponential(0)} answers: ${((answers * workerMs) / 3_600_000).toFixed(2)} hours of one processor, ${needed} worker(s) for an hour; a server of ${SERVER_PROCESSORS} processors bears ${bears} and needs ${seconds.toFixed(0)} s of its own`;
}

/**
 * Workers that take chunks from one server, event by event: each chunk is as many answers, drawn from those
 * that were measured, as fill its time; taking, writing and ending it waits for a processor of the server.
 */
export function simulated(measured: Measured): readonly string[] {
  return [1, 2, 4, 16, 64, 128, 256, 512].map((workers) => {
    // So many that each has some dozen chunks.
    const answers = Math.round((30 * workers * CHUNK_MS) / measured.workerMs);
    const rate = answers / secondsOf(measured, answers, workers);
    const linear = (1_000 * workers) / measured.workerMs;
    return `simulated, ${workers} worker(s): ${rate.toFixed(0)} answers a second, ${((100 * rate) / linear).toFixed(0)} % of linear`;
  });
}

function secondsOf({ answerMs, workerMs, serverMs }: Measured, answers: number, workers: number): number {
  const draw = drawing(answerMs, workerMs);
  const free = new Float64Array(SERVER_PROCESSORS);
  const clocks = new Float64Array(workers);
  for (let left = answers; left > 0;) {
    const worker = earliest(clocks);
    let work = 0;
    let count = 0;
    for (; work < CHUNK_MS && count < left; count += 1) work += draw();
    left -= count;
    // What the server does for a chunk stands at its end, all of it.
    const processor = earliest(free);
    free[processor] = Math.max(clocks[worker]! + work, free[processor]!) + count * serverMs;
    clocks[worker] = free[processor]!;
  }
  return Math.max(...clocks) / 1_000;
}

/** Draws from what was measured, with the mean that a worker takes in all; from a seed, so that it is the same again. */
function drawing(answerMs: readonly number[], workerMs: number): () => number {
  const mean = answerMs.reduce((sum, each) => sum + each, 0) / answerMs.length;
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (answerMs[state % answerMs.length]! * workerMs) / mean;
  };
}

function earliest(times: Float64Array): number {
  let first = 0;
  for (let index = 1; index < times.length; index += 1) if (times[index]! < times[first]!) first = index;
  return first;
}
