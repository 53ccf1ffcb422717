import { beforeAll, describe, expect, test } from 'vitest';
import {
  closeThreads,
  InputError,
  listRules,
  loadRules,
  openQuestion,
  type Question,
  readQuestion,
  schemas,
  solveBatch,
  TimeLimitError,
} from '../../src/index.ts';

const PEOPLE = [
  { id: 'A', name: 'An', gender: 'female', merit: 1 },
  { id: 'B', name: 'Bình', gender: 'male', merit: 9 },
  { id: 'C', name: 'Chi', gender: 'female', merit: 2 },
  { id: 'D', name: 'Dũng', gender: 'male', merit: 8 },
];

const RULES = {
  id: 'small',
  title: 'Small',
  referenceDate: '2020-06-05',
  size: 2,
  facts: { merit: 'number' },
  rules: [{ id: 'women', count: { where: { fact: 'gender', operator: 'equal', value: 'female' }, min: 1 } }],
  objective: [{ fact: 'merit', weight: 1 }],
};

let question: Question;
beforeAll(async () => {
  question = await openQuestion({ pool: { candidates: PEOPLE }, rules: { ruleSet: RULES } });
});

/** Where a promise is refused. */
async function fieldsOf(asked: Promise<unknown>): Promise<readonly (string | undefined)[]> {
  const error: unknown = await asked.then(
    () => undefined,
    (refused: unknown) => refused,
  );
  expect(error).toBeInstanceOf(InputError);
  return (error as InputError).problems.map(({ place }) => place?.field);
}

describe('a question', () => {
  test('answers by the schemas that it exports', async () => {
    const proposal = await question.propose({ alternatives: 2 });
    expect(schemas.propose.answer.parse(proposal)).toEqual(proposal);
    expect(proposal.slates.map(({ members }) => members)).toEqual([
      ['B', 'C'],
      ['C', 'D'],
    ]);
    const [best] = proposal.slates;
    expect(await question.check(best!.members)).toMatchObject({ compliant: true });
    expect(await question.check({ csv: 'B\nD\n' })).toMatchObject({ compliant: false });
    expect((await question.repair(['B', 'D'])).repairs[0]).toMatchObject({ changes: 1 });
    expect((await question.replace(['B', 'C'], 'C')).replacements[0]).toMatchObject({ enter: ['A'] });
    expect(await question.why('A')).toMatchObject({ status: 'off', candidate: 'A' });
    expect((await question.cost('women')).curves).toHaveLength(1);
    expect(await question.diagnose()).toMatchObject({ status: 'feasible' });
    expect((await question.capacity()).capacity.every(({ enough }) => enough)).toBe(true);
    expect(await question.robustness(['B', 'C'], { out: 1 })).toMatchObject({ compliant: true });
    expect(await question.training(['B', 'C'])).toEqual({ needs: [] });
    const compared = await question.compare([{ id: 'two', rules: { women: { min: 2 } } }], { base: true });
    expect(compared.scenarios.map(({ members }) => members)).toEqual([
      ['B', 'C'],
      ['A', 'C'],
    ]);
    const traded = await question.tradeOff(['objective', 'women']);
    expect(traded.points.map(({ values }) => values)).toEqual([
      [17, 0],
      [11, 1],
      [3, 2],
    ]);
    const typed = await question.sweep([{ rule: 'women', from: 0, to: 2 }]);
    expect(typed.variations.map(({ name }) => name)).toEqual(['women']);
    expect((await question.sweep(['women=0..2'])).cells.map(({ objective }) => objective)).toEqual([
      17, 11, 3,
    ]);
  });

  test('under a change is another one, and the first stays as it is', async () => {
    const changed = await question.with({ rules: { women: { min: 2 } } });
    const decided = await changed.with({ exclude: ['C'] });
    expect((await changed.propose()).slates[0]?.members).toEqual(['A', 'C']);
    expect((await decided.propose()).status).toBe('infeasible');
    expect((await question.propose()).slates[0]?.members).toEqual(['B', 'C']);
    const pinned = await (await question.with({ exclude: ['B'] })).with({ pin: ['B'] });
    expect((await pinned.propose()).slates[0]?.members).toEqual(['B', 'C']);
  });

  test('refuses whatever it cannot be asked, each thing at its place', async () => {
    const untyped = question as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
    const ask = (name: string, ...given: unknown[]): Promise<unknown> =>
      Promise.resolve().then(() => untyped[name]!.call(question, ...given));
    expect(await fieldsOf(ask('propose', { alternatives: 0, differ: 1.5, solver: 'best' }))).toEqual([
      '/alternatives',
      '/differ',
      '/solver',
    ]);
    expect(await fieldsOf(ask('propose', { alternativs: 2 }))).toEqual(['/alternativs']);
    expect(await fieldsOf(ask('propose', { timeLimitMs: 0, signal: {}, onProgress: 1 }))).toEqual([
      '/timeLimitMs',
      '/signal',
      '/onProgress',
    ]);
    expect(await fieldsOf(ask('check', ['A', 'A', 'X']))).toEqual(['/slate/1', '/slate/2']);
    expect(await fieldsOf(ask('check', [1]))).toEqual(['/slate/0']);
    expect(await fieldsOf(ask('check', null))).toEqual(['/slate']);
    expect(await fieldsOf(ask('why', 'X'))).toEqual(['/candidate']);
    expect(await fieldsOf(ask('cost', 'womn'))).toEqual(['/rule']);
    expect(await fieldsOf(ask('replace', ['A', 'B'], 'C'))).toEqual(['/candidate']);
    expect(await fieldsOf(ask('repair', ['A', 'B'], { keep: ['B', 'C'] }))).toEqual(['/keep/1']);
    expect(await fieldsOf(ask('tradeOff', ['beauty', 'size']))).toEqual(['/measures']);
    expect(await fieldsOf(ask('compare', [{ id: 'x', rules: { womn: 'off' } }]))).toEqual([
      '/scenarios/0/rules/womn',
    ]);
    expect(await fieldsOf(ask('with', { pins: [] }))).toEqual(['/pins']);
    expect(await fieldsOf(ask('with', { pin: ['X'] }))).toEqual(['/decisions/pin/0']);
  });

  test('fails with what an asynchronous listener fails with, and waits for one that does not', async () => {
    const reason = new Error('the line is cut');
    const rejecting = { onProgress: () => Promise.reject(reason) };
    await expect(question.propose(rejecting)).rejects.toBe(reason);
    // A sweep that is stopped answers what it has; one whose listener fails has nobody to answer.
    await expect(question.sweep(['women=1..2'], rejecting)).rejects.toBe(reason);
    const cases = 'fixtures/country/cases.csv';
    const batch = { cases, rules: 'commune-committee-2025', threads: 1 };
    await expect(solveBatch({ ...batch, ...rejecting })).rejects.toBe(reason);
    await closeThreads();
    const heard: number[] = [];
    const { status } = await question.propose({
      onProgress: async (done) => {
        await new Promise<void>((resolve) => {
          setTimeout(resolve, 5);
        });
        heard.push(done);
      },
    });
    expect([status, heard.at(-1)]).toEqual(['optimal', 1]);
  });

  test('tells keys of columns that no candidate has', async () => {
    const columns = { sex: 'gender', bron: 'birthDate' };
    const candidates = PEOPLE.map(({ gender, ...others }) => ({ ...others, sex: gender }));
    const asked = await openQuestion({ pool: { candidates, columns }, rules: { ruleSet: RULES } });
    const { notices } = await asked.propose();
    expect(notices?.map(({ message, place }) => [message.en, place?.field])).toEqual([
      [expect.stringContaining('no candidate has the key “bron”'), '/pool/columns/bron'],
    ]);
    const refused = await readQuestion({
      pool: { candidates: [{ key: 'A', name: 'An' }], columns: { ids: 'id' } },
      rules: { ruleSet: RULES },
    });
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toContain('notices.unmet-key');
  });

  test('ends where it is told to, and says so where time ran out', async () => {
    const reason = new Error('enough');
    await expect(question.propose({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const big = await openQuestion({ pool: { name: 'hai-duong' }, rules: { id: 'hai-duong-2020' } });
    const { slates } = await big.propose();
    await expect(big.robustness(slates[0]!.members, { timeLimitMs: 1 })).rejects.toThrow(TimeLimitError);
  });
});

describe('opening', () => {
  test('tells everything that is wrong with all parts', async () => {
    const read = await readQuestion({
      pool: { candidates: [{ nr: '1', name: 'A', sex: 'x' }], columns: { nr: 'id', sex: 'gender' } },
      rules: { ruleSet: { ...RULES, size: 'two' } },
      scenario: { file: 'no-file.yaml' },
    });
    const places = read.ok ? [] : read.problems.map(({ place }) => `${place?.file} ${place?.field}`);
    expect(places).toEqual(['pool /0/sex', 'question /rules/ruleSet/size', 'no-file.yaml undefined']);
  });

  test('refuses sources that are none', async () => {
    const open = openQuestion as (sources: unknown) => Promise<unknown>;
    expect(await fieldsOf(open({}))).toEqual(['/pool', '/rules']);
    expect(await fieldsOf(open({ pool: { file: 3 }, rules: { id: 'x', yaml: 'y' } }))).toEqual([
      '/pool/file',
      '/rules',
    ]);
    expect(await fieldsOf(open({ pool: { name: 'none' }, rules: { id: 'none' } }))).toEqual([
      '/pool/name',
      '/rules/id',
    ]);
  });

  test('takes bytes in base64, and what is said of a table', async () => {
    const csv = 'id,name,gender,merit\nA,An,female,1\nB,Bình,male,2\n';
    const pools = [
      { csv, reading: { encoding: 'utf-8' } },
      { base64: Buffer.from(csv).toString('base64') },
      { csv: Buffer.from(csv) },
    ] as const;
    for (const pool of pools) {
      expect((await openQuestion({ pool, rules: { ruleSet: RULES } })).candidates).toEqual(['A', 'B']);
    }
  });

  test('reads dates of JavaScript, and rules that were loaded before', async () => {
    const rules = await loadRules({ ruleSet: { ...RULES, facts: { merit: 'number' } } });
    const born = (date: unknown) => PEOPLE.map((each) => ({ ...each, birthDate: date }));
    const dates = [new Date('1980-05-17'), '1980-05-17T00:00:00.000Z', '1980-05-17'];
    const opened = await Promise.all(
      dates.map((date) => openQuestion({ pool: { candidates: born(date) }, rules })),
    );
    const hashes = await Promise.all(opened.map(async (each) => (await each.propose()).inputs.pool.sha256));
    expect(new Set(hashes).size).toBe(1);
    expect(opened[0]!.ruleSet).toBe(rules);
    expect((await listRules()).map(({ id }) => id)).toContain('hai-duong-2020');
  });
});
