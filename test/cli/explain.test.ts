import { describe, expect, test } from 'vitest';
import {
  diagnosisSchema,
  quotaCostSchema,
  replacementSchema,
  whyAnswerSchema,
} from '../../src/explain/answers.ts';
import { repairSchema } from '../../src/slate/repair-answer.ts';
import { REFERENCE, slate } from './run-slate.ts';

const BY_HAND = 'fixtures/hai-duong/slate-by-hand.csv';

describe('slate diagnose', () => {
  test('names what contradicts a pin, and the way out', async () => {
    const ran = await slate(['diagnose', ...REFERENCE, '--pin', 'HD-002', '--json']);
    expect(ran.code).toBe(1);
    const { status, conflicts, relaxations } = diagnosisSchema.parse(JSON.parse(ran.stdout));
    expect(status).toBe('infeasible');
    expect(conflicts.map(({ rules }) => rules)).toEqual([['whole-term', 'pin:HD-002']]);
    expect(relaxations[0]!.changes[0]).toMatchObject({ rule: 'pin:HD-002', kind: 'dropped', cost: 1 });
  });

  test('says in either language that nothing is wrong', async () => {
    const [vi, en] = await Promise.all([
      slate(['diagnose', ...REFERENCE]),
      slate(['diagnose', ...REFERENCE, '--lang', 'en']),
    ]);
    expect([vi.code, en.code]).toEqual([0, 0]);
    expect(vi.stdout).toContain('Có danh sách đáp ứng mọi chỉ tiêu bắt buộc');
    expect(en.stdout).toContain('A slate that keeps all hard rules exists');
  });

  test('prints conflicts and ways out for people', async () => {
    const ran = await slate(['diagnose', ...REFERENCE, '--pin', 'HD-029', '--lang', 'en']);
    expect(ran.code).toBe(1);
    expect(ran.stdout).toContain(
      '1. That HD-029 is on the slate cannot hold, since HD-029 is set aside because age is missing',
    );
    expect(ran.stdout).toContain('   - HD-029 need not be on the slate');
  });
});

describe('slate why', () => {
  test('gives the opposite slate and who changes places', async () => {
    const ran = await slate(['why', 'HD-004', ...REFERENCE, '--json']);
    expect(ran.code).toBe(0);
    const { status, best, other } = whyAnswerSchema.parse(JSON.parse(ran.stdout));
    expect(status).toBe('off');
    expect(other!.members).toContain('HD-004');
    expect(other!.objective + other!.loss).toBeCloseTo(best!.objective, 6);
  });

  test('refuses somebody who is not there', async () => {
    const ran = await slate(['why', 'XX-1', ...REFERENCE, '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toContain('there is no candidate “XX-1” in the pool');
  });
});

describe('slate cost', () => {
  test('prices a quota step by step', async () => {
    const ran = await slate(['cost', 'women', ...REFERENCE, '--json']);
    expect(ran.code).toBe(0);
    const { curves } = quotaCostSchema.parse(JSON.parse(ran.stdout));
    expect(curves.map(({ side }) => side)).toEqual(['exactly']);
    const present = curves[0]!.steps.find((step) => step.present);
    expect(present).toMatchObject({ value: 11, status: 'optimal', difference: 0 });
    expect(curves[0]!.steps.at(-1)).toMatchObject({ status: 'infeasible' });
  });

  test('lists the rules where one is asked for that is not there', async () => {
    const ran = await slate(['cost', 'womn', ...REFERENCE, '--lang', 'en']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      'there is no rule “womn”; did you mean “women”? The rules are size, women-share',
    );
  });

  test('does not call impossible what time did not suffice for', async () => {
    const ran = await slate(['cost', 'women', ...REFERENCE, '--time-limit', '0.001', '--lang', 'en']);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toMatch(/exactly 11 +unknown/);
    expect(ran.stdout).not.toContain('no slate');
  });
});

describe('slate check --repair', () => {
  test('mends the slate made by hand with the fewest changes', async () => {
    const ran = await slate(['check', BY_HAND, ...REFERENCE, '--repair', '--json']);
    expect(ran.code).toBe(1);
    const answer: { readonly compliant: boolean; readonly repair: unknown } = JSON.parse(ran.stdout);
    expect(answer.compliant).toBe(false);
    const { status, repairs } = repairSchema.parse(answer.repair);
    expect(status).toBe('repaired');
    expect(repairs[0]!.slate.report.compliant).toBe(true);
    expect(repairs[0]!.swaps).toHaveLength(repairs[0]!.changes);
  });

  test('leaves alone who must stay', async () => {
    const ran = await slate(['check', BY_HAND, ...REFERENCE, '--repair', '--keep', 'HD-044', '--json']);
    const { repairs } = repairSchema.parse(JSON.parse(ran.stdout).repair);
    expect(repairs[0]!.remove).not.toContain('HD-044');
    expect(repairs[0]!.slate.members).toContain('HD-044');
  });
});

describe('slate replace', () => {
  test('replaces a member of a slate', async () => {
    const ran = await slate([
      ...['replace', 'HD-007', '--slate', BY_HAND, ...REFERENCE],
      ...['--further-changes', '3', '--alternatives', '2', '--json'],
    ]);
    expect(ran.code).toBe(0);
    const { replacements } = replacementSchema.parse(JSON.parse(ran.stdout));
    expect(replacements).toHaveLength(2);
    for (const { slate: after } of replacements) {
      expect(after.members).not.toContain('HD-007');
      expect(after.report.compliant).toBe(true);
    }
  });

  test('asks for the slate, and for a member of it', async () => {
    const [without, stranger] = await Promise.all([
      slate(['replace', 'HD-007', ...REFERENCE, '--lang', 'en']),
      slate(['replace', 'HD-001', '--slate', BY_HAND, ...REFERENCE, '--lang', 'en']),
    ]);
    expect([without.code, stranger.code]).toEqual([2, 2]);
    expect(without.stderr).toContain('--slate <file>');
    expect(stranger.stderr).toContain('“HD-001” is not on the slate');
  });
});
