import { describe, expect, test } from 'vitest';
import { proposalSchema } from '../../src/slate/propose-answer.ts';
import { filesWith, REFERENCE, slate, smallCase } from './run-slate.ts';

async function proposed(...args: readonly string[]) {
  const ran = await slate(['propose', ...REFERENCE, '--json', ...args]);
  expect(ran.stderr).toBe('');
  return { code: ran.code, proposal: proposalSchema.parse(JSON.parse(ran.stdout)) };
}

describe('slate propose', () => {
  test('proposes the best slate of the reference case, and the same one again', async () => {
    const [{ code, proposal }, again] = await Promise.all([proposed(), proposed('--solver', 'highs')]);
    expect(code).toBe(0);
    expect(proposal.status).toBe('optimal');
    expect(proposal.slates[0]!.report.compliant).toBe(true);
    expect(again.proposal.slates).toEqual(proposal.slates);
  });

  test('keeps decisions on persons', async () => {
    const free = (await proposed()).proposal.slates[0]!.members;
    const [first, second, third] = free;
    const outside = 'HD-003';
    expect(free).not.toContain(outside);
    const [decided, tied] = await Promise.all([
      proposed('--exclude', first!, '--pin', outside, '--apart', `${second!},${third!}`),
      proposed('--exclude', first!, '--together', `${first!},${second!}`),
    ]);
    const { members } = decided.proposal.slates[0]!;
    expect(members).not.toContain(first);
    expect(members).toContain(outside);
    expect(members.includes(second!) && members.includes(third!)).toBe(false);
    expect(tied.proposal.slates[0]!.members).not.toContain(second);
  });

  test('gives alternatives that differ as much as was asked', async () => {
    const { slates } = (await proposed('--alternatives', '3', '--differ', '4')).proposal;
    expect(slates).toHaveLength(3);
    for (const [index, one] of slates.entries()) {
      for (const other of slates.slice(index + 1)) {
        const both = one.members.filter((id) => other.members.includes(id)).length;
        expect(Math.max(one.members.length, other.members.length) - both).toBeGreaterThanOrEqual(4);
      }
    }
  });

  test('prints tables in either language, without colour where nobody looks', async () => {
    const files = smallCase(1);
    const args = [
      'propose',
      '--pool',
      files['pool.csv'],
      '--rules',
      files['rules.yaml'],
      '--alternatives',
      '2',
    ];
    const vi = await slate(args);
    expect(vi.code).toBe(0);
    expect(vi.stdout).toContain('Ví dụ nhỏ: 3 người, chọn từ 5 nhân sự\nTối ưu');
    expect(vi.stdout).toMatch(/STT {2}Mã {2}Họ và tên\s+Giới tính/);
    expect(vi.stdout).toMatch(/1 {2}B {3}Trần Văn Bình {2}nam/);
    expect(vi.stdout).toMatch(/Nữ\s+≥ 1\s+1\s+đạt/);
    expect(vi.stdout).toContain('Điểm mục tiêu: 19; mọi mục tiêu đều đạt');
    expect(vi.stdout).toMatch(/Danh sách 2, điểm mục tiêu 18 \(đã chứng minh\); so với danh sách 1:/);
    expect(vi.stdout).not.toContain('\u001B');
    const en = await slate([...args, '--lang', 'en']);
    expect(en.stdout).toContain('Small example: 3 members from 5 candidates\nOptimal');
    expect(en.stdout).toMatch(/goes {4}D/);
    expect(en.stdout).toMatch(/comes {3}E/);
  });

  test('says who is on every slate near the best, on some, on none', async () => {
    const files = smallCase(1);
    const args = [
      'propose',
      '--pool',
      files['pool.csv'],
      '--rules',
      files['rules.yaml'],
      '--near-best',
      '6%',
    ];
    const [json, en] = await Promise.all([slate([...args, '--json']), slate([...args, '--lang', 'en'])]);
    // The best has 19 points (B, C, D); 6 % below are 17.86, so slates of 18 (B, C, E and A, B, D) still count.
    expect(proposalSchema.parse(JSON.parse(json.stdout)).nearBest).toMatchObject({
      sure: ['B'],
      open: ['A', 'C', 'D', 'E'],
      out: [],
    });
    expect(en.stdout).toContain('Slates within 6 % of the best (objective 18 or more)');
    expect(en.stdout).toContain('On every one of them: 1 (B Trần Văn Bình)');
    expect(en.stdout).toMatch(/E {3}Hồ Văn Em\n/);
    expect(en.stdout).toMatch(/D {3}Vũ Đức Dũng .*yes/);
  });

  test('lists no more open ones than can be read, those on the best slate first', async () => {
    const files = filesWith({
      'pool.csv': `id,name,merit\n${Array.from({ length: 260 }, (_, index) => `c${1000 + index},Name,${index % 7}`).join('\n')}\n`,
      'rules.yaml':
        'id: many\ntitle: Many\nreferenceDate: 2020-06-05\nsize: 3\nfacts: { merit: number }\nrules: []\nobjective: [{ fact: merit, weight: 1 }]\n',
    });
    const asked = ['--pool', files['pool.csv'], '--rules', files['rules.yaml'], '--near-best', '50%'];
    const { stdout } = await slate(['propose', ...asked, '--lang', 'en']);
    const table = stdout.slice(stdout.indexOf('On some, not on others: 260')).split('\n');
    expect(table.slice(2, 6).map((line) => line.endsWith('yes'))).toEqual([true, true, true, false]);
    expect(table[202]).toBe('… and 60 more (--json lists all)');
  });

  test('says what the pool cannot give where no slate exists, and ends with 1', async () => {
    const files = smallCase(3);
    const args = ['propose', '--pool', files['pool.csv'], '--rules', files['rules.yaml']];
    const en = await slate([...args, '--lang', 'en']);
    expect(en.code).toBe(1);
    expect(en.stdout).toContain('No slate exists');
    expect(en.stdout).toContain('- Women: 2 can be chosen, 3 are needed');
    const vi = await slate(args);
    expect(vi.code).toBe(1);
    expect(vi.stdout).toContain('- Nữ: chỉ chọn được 2, cần 3');
    const json = await slate([...args, '--json']);
    expect(proposalSchema.parse(JSON.parse(json.stdout)).capacity.map(({ rule }) => rule)).toEqual(['women']);
  });

  test('ends with 3 where time ran out', async () => {
    // The program of the wards alone takes longer than that to make.
    const wards = [
      '--pool',
      'hai-duong-wards',
      '--units',
      'hai-duong-wards',
      '--rules',
      'ward-leadership-2020',
    ];
    const ran = await slate(['propose', ...wards, '--time-limit', '0.001', '--lang', 'en']);
    expect(ran.code).toBe(3);
    // On a slow machine not even the rules are decided in time, which is no answer at all.
    expect(ran.stdout + ran.stderr).toContain('Time ran out before');
  });

  test('reads the pool from standard input', async () => {
    const files = smallCase(2);
    const pool = 'mã;họ và tên;giới tính;merit\nA;An;nữ;1\nB;Bình;nam;9\nC;Cúc;nữ;2\nD;Dũng;nam;8\n';
    const ran = await slate(['propose', '--pool', '-', '--rules', files['rules.yaml'], '--json'], {
      input: pool,
    });
    expect(proposalSchema.parse(JSON.parse(ran.stdout)).slates[0]!.members).toEqual(['A', 'B', 'C']);
  });
});
