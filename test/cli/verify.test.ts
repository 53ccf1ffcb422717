import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { filesWith, REFERENCE, ROOT, slate } from './run-slate.ts';

const CASE = [...REFERENCE, '--lang', 'en'];

it('says of an answer and of what was made of it whether the proof holds', async () => {
  const { 'answer.json': answer, 'other.json': other } = filesWith({ 'answer.json': '', 'other.json': '' });
  const proposed = await slate(['propose', ...CASE, '--proof', answer]);
  expect(proposed.code).toBe(0);
  expect(proposed.stdout).toContain('Proven: a proof was checked in whole numbers');

  const verified = await slate(['verify', answer, ...CASE]);
  expect(verified.stdout).toContain('Proven: no compliant slate is better');
  expect(verified.code).toBe(0);

  const { proof } = proposalSchema.parse(JSON.parse(readFileSync(answer, 'utf8')));
  if (proof?.claim !== 'optimal') throw new Error('no slate was proposed');
  const [first = ''] = proof.slate;
  const excluded = await slate(['verify', answer, ...CASE, '--exclude', first]);
  expect(excluded.stdout).toContain(`${first} cannot be on any slate`);
  expect(excluded.code).toBe(1);

  writeFileSync(other, JSON.stringify({ ...proof, slate: proof.slate.slice(1) }));
  expect(await slate(['verify', other, ...CASE])).toMatchObject({ code: 1 });
  const pool = join(ROOT, 'fixtures/hai-duong/pool.csv');
  expect(await slate(['verify', pool, ...CASE])).toMatchObject({ code: 2 });
});

it('writes the proofs of alternatives, and says how many hold', async () => {
  const { 'answer.json': answer } = filesWith({ 'answer.json': '' });
  const asked = ['--alternatives', '3', '--differ', '2', '--proof', answer];
  const proposed = await slate(['propose', ...CASE, ...asked]);
  expect(proposed.stdout).toMatch(/Slate 3, objective [\d,.]+ \(proven\)/);
  const verified = await slate(['verify', answer, ...CASE]);
  expect(verified.stdout).toContain('Of the 2 alternatives after it, 2 proven');
  expect(verified.code).toBe(0);
});
