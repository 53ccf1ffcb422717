import { pino } from 'pino';
import { startService } from '../../src/service/server.ts';

/**
 * How long `/healthz` and a proposal of the reference case take while a sweep of more than a thousand
 * cells runs in the same service. Prints the median and the longest of each.
 */
const REFERENCE = { pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } };
const VARY = ['women=5..20', 'under-40=3..16', 'size=43..47'];

const service = await startService({ port: 0, logger: pino({ level: 'silent' }), limits: { workers: 2 } });

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(service.address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return response.headers.get('content-type')?.includes('json') === true ? response.json() : response.text();
}

async function took(method: string, path: string, body?: unknown): Promise<number> {
  const began = performance.now();
  await ask(method, path, body);
  return performance.now() - began;
}

function stated(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  return `${name}: median ${median.toFixed(0)} ms, longest ${(sorted.at(-1) ?? Number.NaN).toFixed(0)} ms (${sorted.length})`;
}

const proposal = (): Promise<number> => took('POST', '/api/v1/propose', REFERENCE);
for (let round = 0; round < 4; round += 1) await Promise.all([proposal(), proposal()]);
const job = (await ask('POST', '/api/v1/sweeps', { ...REFERENCE, vary: VARY })) as { readonly id: string };
const path = `/api/v1/sweeps/${job.id}`;
const health: number[] = [];
const proposals: number[] = [];
let state: { readonly status: string; readonly progress: { readonly rate: number } };
do {
  health.push(await took('GET', '/healthz'));
  proposals.push(await proposal());
  state = (await ask('GET', path)) as typeof state;
} while (state.status === 'queued' || state.status === 'running');
console.log(`sweep ${state.status}, ${state.progress.rate} cells a second meanwhile`);
console.log(stated('/healthz', health));
console.log(stated('propose', proposals));
await service.close();
