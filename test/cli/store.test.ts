import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, type Ran, slate, smallCase } from './run-slate.ts';

/** A command line on a store of its own. */
function onStore(folder: string): (...args: readonly string[]) => Promise<Ran> {
  return (...args) => slate([...args, '--data', folder, '--lang', 'en']);
}

function json(ran: Ran): unknown {
  expect(ran.stderr).toBe('');
  return JSON.parse(ran.stdout);
}

describe('slate store', () => {
  test('keeps what is delivered in versions, answers questions about it, and loses its people for good', async () => {
    const { 'pool.csv': pool, 'rules.yaml': rules } = smallCase(2);
    const { data } = filesWith({ data: '' });
    const run = onStore(`${data}.d`);
    const kept = await run('store', 'keep', 'pool', pool, '--name', 'ward', '--from', 'Phường An', '--json');
    expect(json(kept)).toMatchObject({
      isNew: true,
      document: { name: 'ward', version: 1, entries: 5, deliveredBy: 'Phường An' },
    });
    expect((await run('store', 'keep', 'pool', pool, '--name', 'ward')).stdout).toContain(
      'kept already, as pool/ward@1',
    );
    expect((await run('store', 'keep', 'rules', rules)).stdout).toContain(
      'Kept as rules/rules@1, with 1 entry',
    );
    expect((await run('store', 'show', 'pool/ward')).stdout).toBe(readFileSync(pool, 'utf8'));

    const asked = ['--pool', 'kept:ward', '--rules', 'kept:rules@1'];
    const proposed = await run('propose', ...asked, '--record');
    expect([proposed.code, proposed.stderr]).toEqual([
      0,
      expect.stringMatching(/^Recorded as run [\w-]{36}\n$/),
    ]);
    const checked = await run(
      'check',
      filesWith({ 'slate.csv': 'id\nA\nB\nC\n' })['slate.csv'],
      ...asked,
      '--record',
    );
    expect(checked.code).toBe(0);
    const { runs } = json(await run('runs', '--json')) as {
      readonly runs: readonly { id: string; question: string }[];
    };
    expect(runs.map(({ question }) => question)).toEqual(['check', 'propose']);
    for (const { id } of runs) {
      const replayed = await run('replay', id.slice(0, 8));
      expect([replayed.code, replayed.stdout]).toEqual([0, expect.stringContaining('The same answer')]);
    }
    const [, person = ''] = /^A,([^,\n]+)/m.exec(readFileSync(pool, 'utf8')) ?? [];
    expect(json(await run('store', 'find', person, '--json'))).toMatchObject({ mentions: [{}] });
    expect((await run('store', 'remove', 'pool/ward')).code).toBe(0);
    expect(json(await run('store', 'find', person, '--json'))).toMatchObject({ mentions: [] });
    for (const refused of [
      await run('replay', 'last'),
      await run('store', 'show', 'pool/ward@1'),
      await run('propose', ...asked),
    ]) {
      expectRefused(refused);
      expect(refused.stderr).toContain('removed for good');
    }
    const verified = await run('audit', 'verify');
    expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('The audit is whole')]);
  });

  test('is backed up into one file, restored and moved, and never into a place that holds something', async () => {
    const { data, draft } = filesWith({
      data: '',
      draft: JSON.stringify({ format: 'slate-draft-1', id: 'd-1', title: 'First', texts: ['id,name'] }),
    });
    const run = onStore(`${data}.d`);
    expect((await run('draft', 'keep', draft)).stdout).toContain('d-1: version 1, draft');
    const again = await run('draft', 'keep', draft);
    expectRefused(again);
    expect(again.stderr).toContain('has written version 1 meanwhile');
    expect((await run('draft', 'keep', draft, '--onto', '1')).stdout).toContain('d-1: version 1, draft');
    expect((await run('draft', 'submit', 'd-1')).stdout).toContain('version 2, submitted');
    const early = await run('draft', 'withdraw', 'nobody');
    expectRefused(early);
    expect((await run('store', 'backup', `${data}.backup`)).code).toBe(0);
    expectRefused(await run('store', 'backup', `${data}.backup`));
    expectRefused(await run('store', 'restore', `${data}.backup`));
    const restored = onStore(`${data}.r`);
    expect((await restored('store', 'restore', `${data}.backup`)).code).toBe(0);
    expect((await restored('draft', 'approve', 'd-1')).stdout).toContain('version 3, approved');
    const closed = await restored('draft', 'return', 'd-1');
    expectRefused(closed);
    expect(closed.stderr).toContain('a draft that is approved cannot become draft; it can become withdrawn');
    expect((await restored('store', 'move', `${data}.m`)).code).toBe(0);
    const report = await onStore(`${data}.m`)('audit', 'report', 'd-1', '--json');
    expect(json(report)).toMatchObject({
      whole: true,
      versions: [{ state: 'draft' }, { state: 'submitted' }, { state: 'approved' }],
    });
  });

  test('tells what is wrong with what is named', async () => {
    const { data, draft } = filesWith({ data: '', draft: 'no draft' });
    const run = onStore(`${data}.d`);
    for (const [args, told] of [
      [['store', 'keep', 'people', 'hai-duong'], 'pool, units, rules'],
      [['store', 'keep', 'pool', 'hai-duong', '--name', 'Hải Dương'], 'lower-case letters'],
      [['store', 'show', 'pool/nobody'], 'nothing is kept as pool/nobody'],
      [['draft', 'keep', draft], 'this is no draft'],
      [['replay', 'last'], 'no run is kept'],
      [['audit', 'report', 'x'], 'no draft is kept'],
      [['store', 'restore', 'nowhere'], 'no such backup'],
    ] as const) {
      const ran = await run(...args);
      expectRefused(ran);
      expect(ran.stderr).toContain(told);
    }
  });
});
