import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toldBatchSchema } from '../../src/batch/answers.ts';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { jobOf, jobWith, metric, problemOf, running, SMALL_CSV, SMALL_YAML, SOON, until } from './running.ts';

const PATH = '/api/v1/batches';
const shipped = (name: string): string =>
  readFileSync(new URL(`../../fixtures/country/${name}.csv`, import.meta.url), 'utf8');
const BATCH = {
  rules: { id: 'commune-committee-2025' },
  under: ['women-20'],
  cases: [
    { id: 'one', title: 'Xã Một', pool: { csv: shipped('xa-0001') }, carried: { province: 'Bắc', x: '0' } },
    { id: 'two', pool: { base64: Buffer.from(shipped('xa-0002')).toString('base64') } },
    { id: 'three', pool: { csv: SMALL_CSV }, rules: { id: 'commune-committee-2025' } },
  ],
};

describe.each(['without', 'with'])('a batch over HTTP, %s a store', (kept) => {
  let service: Awaited<ReturnType<typeof running>>;
  const folder = mkdtempSync(join(tmpdir(), 'slate-batches-'));
  beforeAll(async () => {
    service = await running(kept === 'with' ? { store: { folder } } : {});
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const look = async (id: string) => (await (await service.ask('GET', `${PATH}/${id}`)).json()) as object;

  test('answers every case under every scenario, as JSON and as a table', async () => {
    const created = await service.ask('POST', PATH, BATCH);
    expect(created.status).toBe(202);
    const { id } = jobOf(await created.json());
    const early = await service.ask('GET', `${PATH}/${id}/table`);
    if (early.status !== 200) expect((await problemOf(early)).status).toBe(409);
    await until(async () => 'result' in (await look(id)));
    const job = await look(id);
    expect(job).toMatchObject({ status: 'done', progress: { done: 6, total: 6 } });
    const { batch, results, cases } = toldBatchSchema.parse((job as { readonly result: unknown }).result);
    expect(batch).toMatchObject({ cases: 3, total: 6, unreadable: 2, complete: true });
    expect(results.map((each) => [each.case, each.scenario])).toEqual(
      ['one', 'two', 'three'].flatMap((each) => [
        [each, 'base'],
        [each, 'women-20'],
      ]),
    );
    expect(cases[0]).toEqual({
      id: 'one',
      title: { vi: 'Xã Một', en: 'Xã Một' },
      carried: { province: 'Bắc', x: '0' },
    });
    if (kept === 'with') {
      // Each answer of a batch counts, with how sure it is.
      const proven = results.filter((each) => each.assurance === 'proven').length;
      expect(proven).toBeGreaterThan(0);
      const proofs = 'slate_proofs_total{operation="batches",assurance="proven"}';
      await expect.poll(() => metric(service.ask, proofs), SOON).toBe(proven);
    }
    const table = await service.ask('GET', `${PATH}/${id}/table`);
    expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const lines = (await table.text()).split('\n');
    expect(lines[0]).toMatch(/^province,x,case,title,scenario,status/);
    expect(lines[1]).toMatch(/^Bắc,0,one,Xã Một,base,infeasible/);
    const parquet = await service.ask('GET', `${PATH}/${id}/parquet`);
    expect(parquet.headers.get('content-disposition')).toContain('cases.parquet');
    const rows = await parquetReadObjects({ file: await parquet.arrayBuffer() });
    expect(rows.map((row) => [row['case'], row['scenario'], row['status']])).toEqual(
      results.map((each) => [each.case, each.scenario, each.status]),
    );
    const report = await service.ask('GET', `${PATH}/${id}/report`);
    expect(report.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await report.text()).toContain('3 cases under 2 scenarios');
    expect((await problemOf(await service.ask('POST', `${PATH}/${id}/resume`))).status).toBe(409);
    // The same cases are answered as the question by itself is.
    const alone = await service.ask('POST', '/api/v1/propose', {
      pool: BATCH.cases[1]!.pool,
      rules: BATCH.rules,
    });
    const { status, slates } = proposalSchema.parse(await alone.json());
    expect(results[2]).toMatchObject({ case: 'two', scenario: 'base', status, members: slates[0]!.members });
  });

  test.runIf(kept === 'with')('that was cancelled is taken up again', async () => {
    const created = await service.ask('POST', PATH, { ...BATCH, under: ['women-25', 'young-15'] });
    const { id } = jobOf(await created.json());
    const cancelled = jobWith(
      toldBatchSchema,
      await (await service.ask('POST', `${PATH}/${id}/cancel`)).json(),
    );
    if (cancelled.status === 'cancelled') {
      expect((await service.ask('POST', `${PATH}/${id}/resume`)).status).toBe(202);
    }
    await until(async () => 'result' in (await look(id)));
    expect(await look(id)).toMatchObject({ status: 'done', progress: { done: 9, total: 9 } });
  });

  test('has everything wrong with it told at once, and no job is made', async () => {
    const wrong = {
      ...BATCH,
      under: ['women-2'],
      costs: ['nothing'],
      cases: [...BATCH.cases, { ...BATCH.cases[0]!, scenario: 'none' }],
    };
    const refused = await service.ask('POST', PATH, wrong);
    expect(refused.status).toBe(422);
    const { errors } = await problemOf(refused);
    const codes = (errors ?? []).map(({ code }) => code);
    expect(codes).toContain('batch.repeated-case');
    expect(codes).toContain('scenarios.no-scenario');
    expect(codes).toContain('batch.no-rule');
    expect((errors ?? []).map(({ pointer }) => pointer)).toContain('/cases/3');
    const misshapen = await service.ask('POST', PATH, { ...BATCH, cases: [] });
    expect((await problemOf(misshapen)).status).toBe(400);
    const ruleless = await service.ask('POST', PATH, { cases: [BATCH.cases[0]] });
    expect((await problemOf(ruleless)).errors).toMatchObject([{ code: 'batch.no-rules' }]);
    const misruled = await service.ask('POST', PATH, {
      cases: [{ id: 'a', pool: { csv: SMALL_CSV } }],
      rules: { yaml: SMALL_YAML.replace('exactly', 'exactyl') },
    });
    expect(misruled.status).toBe(422);
  });
});
