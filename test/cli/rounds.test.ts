import { describe, expect, test } from 'vitest';
import { expectRefused, filesWith, type Ran, slate, smallCase } from './run-slate.ts';

function onStore(folder: string): (...args: readonly string[]) => Promise<Ran> {
  return (...args) => slate([...args, '--data', folder, '--lang', 'en']);
}

describe('slate rounds', () => {
  test('takes people from round to round, and tells the way of each', async () => {
    const { 'pool.csv': pool } = smallCase(2);
    const {
      data,
      'slate.csv': file,
      'ballots.csv': ballots,
      'draft.json': draft,
    } = filesWith({
      data: '',
      'slate.csv': 'id\nA\nB\nC\nD\n',
      'ballots.csv': 'id,votes,of\nA,9,10\nB,7,10\nC,7,10\nD,5,10\n',
      'draft.json': JSON.stringify({ format: 'slate-draft-1', id: 'd-1', title: 'First', texts: [] }),
    });
    const run = onStore(`${data}.d`);
    await run('store', 'keep', 'pool', pool, '--name', 'ward');
    await run('draft', 'keep', draft);
    const begin = [
      'rounds',
      'begin',
      'c',
      '--procedure',
      'party-five-steps',
      '--seats',
      '2',
      '--draft',
      'd-1',
    ];
    expect((await run(...begin)).stdout).toContain('Begun: c; its first round is standing-committee-1');
    expect((await run(...begin)).stdout).toContain('Begun already, the same');
    const first = await run(
      'rounds',
      'record',
      'c',
      'standing-committee-1',
      '--slate',
      file,
      '--pool',
      'kept:ward',
    );
    expect(first.stdout).toContain('4 people go on, 0 fell out');
    await run('rounds', 'record', 'c', 'key-cadres', ballots);
    const third = await run(
      'rounds',
      'record',
      'c',
      'standing-committee-2',
      filesWith({ 'b.csv': 'id,votes\nA,9\nB,7\nC,7\n' })['b.csv'],
      '--of',
      '10',
    );
    expect([third.code, third.stdout]).toEqual([
      0,
      expect.stringContaining(
        '! B and C have equally many votes, and there is 1 place for them; the board has to choose',
      ),
    ]);
    const early = await run('rounds', 'record', 'c', 'opinions');
    expectRefused(early);
    expect(early.stderr).toContain('B and C are tied');
    const chosen = await run(
      'rounds',
      'record',
      'c',
      'standing-committee-2',
      filesWith({ 'b.csv': 'id,votes\nA,9\nB,7\nC,7\n' })['b.csv'],
      '--of',
      '10',
      '--choose',
      'C',
    );
    expect(chosen.stdout).toContain('2 people go on, 1 fell out');
    const shown = await run('rounds', 'show', 'c');
    expect(shown.stdout).toMatch(/B .*7 of 10 +fell out: as many votes as others, who were chosen/);
    expect(shown.stdout).toMatch(/D .*5 of 10 +fell out: too few votes/);
    const way = await run('rounds', 'way', 'c', 'D', '--json');
    expect(JSON.parse(way.stdout)).toMatchObject({
      ways: [
        {
          id: 'D',
          steps: [{ outcome: { kind: 'carried' } }, { outcome: { kind: 'fell-out', why: 'votes' } }],
        },
      ],
    });
    expect((await run('rounds')).stdout).toMatch(/^c .* 3 of 5 /m);
    expect((await run('store', 'remove', 'consultation/c')).code).toBe(0);
    expect((await run('rounds', 'way', 'c')).stdout).toContain('Nobody stood in a round yet');
    expect((await run('rounds', 'show', 'c')).stdout).toContain('Who stood was removed for good');
    expect((await run('audit', 'verify')).code).toBe(0);
  });

  test('tells everything that is wrong at once', async () => {
    const {
      data,
      'bad.csv': bad,
      'twice.csv': twice,
    } = filesWith({
      data: '',
      'bad.csv': 'id,votes,of\nA,x,10\nB,11,10\n',
      'twice.csv': 'id\nA\nA\n',
    });
    const run = onStore(`${data}.d`);
    const begun = await run('rounds', 'begin', 'C', '--procedure', 'party-five-step');
    expectRefused(begun);
    for (const words of ['lower-case letters', '--seats', 'did you mean “party-five-steps”?'])
      expect(begun.stderr).toContain(words);
    const recorded = await run('rounds', 'record', 'c', 'key-cadres', bad, '--slate', twice);
    expectRefused(recorded);
    for (const words of [
      'bad.csv:2:2: votes: “x” is no number',
      'bad.csv:3:2: votes: 11 votes of 10 cannot be',
      'twice.csv:3',
    ])
      expect(recorded.stderr).toContain(words);
    for (const [args, told] of [
      [['rounds', 'show', 'c'], 'no consultation is kept as c; slate rounds begin begins one'],
      [['rounds', 'record', 'c', 'x'], 'no consultation is kept as c'],
      [['rounds', 'record', 'c', 'x', '--pool', './pool.csv'], 'stands on a pool that is kept'],
      [
        ['rounds', 'begin', 'c', '--procedure', 'party-five-steps', '--seats', '2', '--draft', 'x'],
        'no draft is kept as x',
      ],
    ] as const) {
      const ran = await run(...args);
      expectRefused(ran);
      expect(ran.stderr).toContain(told);
    }
  });
});
