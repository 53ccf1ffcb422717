import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Question, openQuestion } from '../../src/index.ts';
import { closeSolverThreads } from '../../src/optimize/threads/solver-threads.ts';

afterAll(closeSolverThreads);

/** What rules say of a pool of a few columns. */
function asked(
  csv: string,
  facts: object,
  rules: readonly object[],
  size: object | number = 2,
): Promise<Question> {
  const ruleSet = {
    id: 'declared',
    referenceDate: '2026-01-01',
    size,
    facts: { merit: 'number', ...facts },
    rules,
    objective: [{ fact: 'merit', weight: 1 }],
  };
  return openQuestion({ pool: { csv }, rules: { ruleSet } });
}

const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });

describe('a fact with several values', () => {
  const POOL = `id,name,merit,skills
A,An,9,law; finance
B,Bình,8,Finance
C,Cúc,7,law ;law;  audit
D,Dung,6,
`;
  const skills = { skills: { type: 'text', separator: ';' } };

  it('is asked whether it has one of them, however it is spelled', async () => {
    const lawyers = { id: 'law', count: { where: is('skills', 'contains', 'Law'), min: 2 } };
    const question = await asked(POOL, skills, [lawyers]);
    const { slates, setAside, assurance } = await question.propose({ proof: true });
    expect(slates[0]?.members).toEqual(['A', 'C']);
    expect(assurance).toBe('proven');
    // What D can do nobody knows.
    expect(setAside.map(({ candidate }) => candidate)).toEqual(['D']);
    const { rules } = await question.check(['A', 'D']);
    expect(rules.find(({ id }) => id === 'law')?.status).toBe('unknown');
  });

  it('is said in sentences, and asked for by its denial', async () => {
    const none = { id: 'none', count: { where: { not: is('skills', 'contains', 'audit') }, min: 2 } };
    const given = { skills: { type: 'text', separator: ';', default: 'none' } };
    const question = await asked(POOL, given, [none]);
    const { rules, slates } = await question.propose().then(async (proposal) => ({
      ...proposal,
      rules: question.ruleSet.rules,
    }));
    expect(slates[0]?.members).toEqual(['A', 'B']);
    expect(rules[0]?.title).toEqual({
      en: 'At least 2 members do not have “audit” among skills',
      vi: 'Ít nhất 2 người không có “audit” trong skills',
    });
  });

  it('counts as brute force does on random cells', async () => {
    const names = ['law', 'finance', 'audit'];
    const cells = fc.array(fc.subarray(names, { minLength: 1 }), { minLength: 4, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(cells, fc.constantFrom(...names), fc.nat(2), async (all, skill, most) => {
        const lines = all.map((own, index) => `P${index},No ${index},${2 ** index},${own.join('; ')}`);
        const rule = { id: 'r', count: { where: is('skills', 'contains', skill), max: most } };
        const csv = `id,name,merit,skills\n${lines.join('\n')}\n`;
        const { status, slates } = await (await asked(csv, skills, [rule], 3)).propose();
        let best = -1;
        for (let pattern = 0; pattern < 2 ** all.length; pattern += 1) {
          const on = all.filter((_, index) => pattern & (1 << index));
          const isKept = on.length === 3 && on.filter((own) => own.includes(skill)).length <= most;
          if (isKept) best = Math.max(best, pattern);
        }
        expect(status).toBe(best === -1 ? 'infeasible' : 'optimal');
        if (best !== -1) expect(slates[0]?.objective).toBe(best);
      }),
      { numRuns: 30 },
    );
  });

  it('makes a group of each value of a list, of which somebody may be in several', async () => {
    const each = { forEach: { fact: 'skills', values: ['law', 'audit'] }, min: 1 };
    const question = await asked(POOL, skills, [{ id: 'g', title: 'Each', count: each }]);
    const { slates } = await question.propose();
    expect(slates[0]?.members).toEqual(['A', 'C']);
    const { rules } = await question.check(['A', 'B']);
    const lines = rules
      .filter(({ id }) => id !== 'size')
      .map(({ id, title, status }) => [id, title.en, status]);
    expect(lines).toEqual([
      ['g', 'Each: law', 'kept'],
      ['g.2', 'Each: audit', 'violated'],
    ]);
    const listed = { skills: { type: 'text', separator: ';', values: ['law', 'finance', 'audit'] } };
    const all = await asked(POOL, listed, [{ id: 'g', count: { forEach: 'skills', max: 1 } }]);
    expect(all.ruleSet.rules.map(({ id }) => id)).toEqual(['g', 'g.2', 'g.3']);
  });

  it('makes groups of a list alone, and is compared in no other way', async () => {
    const grouped = asked(POOL, skills, [{ id: 'g', count: { forEach: 'skills', max: 1 } }]);
    await expect(grouped).rejects.toThrow('forEach: { fact: skills, values: [...] } or under facts');
    const missing = { forEach: { fact: 'skills', values: ['law'] }, missing: 'none', max: 1 };
    await expect(asked(POOL, skills, [{ id: 'g', count: missing }])).rejects.toThrow('leave missing out');
    const together = asked(POOL, skills, [{ id: 'g', count: { forEach: ['skills', 'merit'], max: 1 } }]);
    await expect(together).rejects.toThrow('a rule for each value, with the operator contains');
    const inside = { count: { forEach: { fact: 'skills', values: ['law'] }, max: 1 } };
    const chosen = asked(POOL, skills, [
      { id: 'c', choice: { min: 1, of: [inside, { count: { min: 1 } }] } },
    ]);
    await expect(chosen).rejects.toThrow('a rule for each value, with the operator contains');
    const equal = asked(POOL, skills, [{ id: 'e', count: { where: is('skills', 'equal', 'law'), max: 1 } }]);
    await expect(equal).rejects.toThrow('contains');
    const plain = asked(POOL, { skills: 'text' }, [
      { id: 'p', count: { where: is('skills', 'contains', 'law'), max: 1 } },
    ]);
    await expect(plain).rejects.toThrow('equal');
  });

  it('counts the different values that members bring in, each several', async () => {
    const two = { id: 'two', groups: { of: 'skills', max: 2 } };
    const question = await asked(POOL, skills, [two], 2);
    expect(question.ruleSet.rules[0]?.title).toEqual({
      en: 'At most 2 different values of skills are represented',
      vi: 'Không quá 2 giá trị khác nhau của skills có người',
    });
    const { slates, setAside } = await question.propose({ proof: true });
    // An and Cúc would bring in law, finance and audit.
    expect(slates[0]?.members).toEqual(['A', 'B']);
    expect(setAside.map(({ candidate }) => candidate)).toEqual(['D']);
    const { rules } = await question.check(['A', 'C']);
    expect(rules.find(({ id }) => id === 'two')).toMatchObject({
      status: 'violated',
      actual: 3,
      deviation: 1,
      members: ['A', 'C'],
    });
  });

  it.each([
    ['any value', skills, undefined, { max: 2 }, 'unknown'],
    ['a list that ends', { ...skills, list: ['law', 'finance'] }, undefined, { max: 2 }, 'kept'],
    ['more than are known', skills, undefined, { max: 1 }, 'violated'],
    ['as many as are known', skills, undefined, { min: 2 }, 'kept'],
    ['one that they have for sure', skills, ['D'], { min: 1 }, 'kept'],
    ['no value', skills, ['D'], { min: 1, missing: 'none' }, 'violated'],
  ])('holds %s against an empty cell', async (_, facts, slate, bounds, status) => {
    const { list, ...declared } = { list: undefined, ...facts };
    const listed = { skills: { ...declared.skills, ...(list !== undefined && { values: list }) } };
    const pool = list === undefined ? POOL : POOL.replace(';  audit', '');
    const question = await asked(pool, listed, [{ id: 'r', groups: { of: 'skills', ...bounds } }]);
    const { rules } = await question.check(slate ?? ['A', 'D']);
    expect(rules.find(({ id }) => id === 'r')?.status).toBe(status);
  });

  it('costs what more values than members cost, as far as the pool has them', async () => {
    const each = { id: 'each', groups: { of: 'skills', min: 1 } };
    const csv = 'id,name,merit,skills\nA,An,1,a; b; c\nB,Bình,5,a; d\nC,Cúc,7,b\nD,Dung,2,b; e\n';
    const { curves } = await (await asked(csv, skills, [each])).cost('each');
    // Of two members: B and C have three of the five values, B and D four; none has all.
    expect(curves[0]!.steps.map(({ value, objective }) => [value, objective])).toEqual(
      expect.arrayContaining([
        [3, 12],
        [4, 7],
      ]),
    );
    expect(curves[0]!.steps.some(({ value, objective }) => value === 5 && objective !== undefined)).toBe(
      false,
    );
  });

  it('gives way where no slate brings in so many values', async () => {
    const many = { id: 'many', groups: { of: 'skills', min: 4 } };
    const { relaxations } = await (await asked(POOL, skills, [many])).diagnose();
    expect(relaxations[0]?.changes).toMatchObject([
      { rule: 'many', message: { en: expect.stringContaining('3') } },
    ]);
  });
});

describe('a closed list', () => {
  const POOL = `id,name,merit,region,skills
A,An,9,north,law
B,Bình,8,Norh,law; finnance
C,Cúc,7,South,finance
`;
  const facts = {
    region: { type: 'text', values: ['North', 'South'] },
    skills: { type: 'text', values: ['law', 'finance'], separator: ';' },
  };
  const north = { id: 'north', count: { where: is('region', 'equal', 'North'), min: 1 } };

  it('refuses values that it has not, each at its cell, with the nearest one', async () => {
    const told = asked(POOL, facts, [north]);
    await expect(told).rejects.toThrow(
      /:3: region: “Norh” is not in the list that the rules give this column; did you mean “North”\?/,
    );
    await expect(told).rejects.toThrow(/:3: skills: “finnance” is not in the list.*did you mean “finance”\?/);
  });

  it('spells its values as the rules do, and refuses others in rules', async () => {
    const sound = POOL.replace('Norh', 'NORTH').replace('finnance', 'finance');
    const question = await asked(sound, facts, [north, { id: 'each', count: { forEach: 'region', max: 1 } }]);
    const { slates } = await question.propose();
    expect(slates[0]?.members).toEqual(['A', 'C']);
    const groups = slates[0]!.report.rules.filter(({ id }) => id === 'each').map(({ group }) => group);
    expect(groups).toEqual(['North', 'South']);
    const unknown = { id: 'west', count: { where: is('region', 'equal', 'Soth'), min: 1 } };
    await expect(asked(sound, facts, [unknown])).rejects.toThrow('did you mean “South”?');
  });
});

describe('a fact that is made from others', () => {
  const POOL = `id,name,merit,votes,ballots,points
A,An,9,50,100,89.99
B,Bình,8,51,100,90
C,Cúc,7,2,3,70
D,Dung,6,1,2,49.9
E,Em,5,,100,
`;
  const facts = {
    votes: 'number',
    ballots: 'number',
    points: 'number',
    majority: { compare: { fact: 'votes', operator: 'greaterThan', times: '1/2', of: 'ballots' } },
    level: {
      steps: { of: 'points', from: { good: 70, excellent: 90, completed: 50 }, below: 'not-completed' },
    },
  };

  it('compares two numbers exactly: more than half of the ballots', async () => {
    const elected = { id: 'elected', require: { satisfy: is('majority', 'equal', true) } };
    const question = await asked(POOL, facts, [elected]);
    const { slates, setAside } = await question.propose({ proof: true });
    expect(slates[0]?.members).toEqual(['B', 'C']);
    expect(setAside.map(({ candidate }) => candidate)).toEqual(['E']);
    const { rules } = await question.check(['A', 'D']);
    expect(rules.find(({ id }) => id === 'elected')).toMatchObject({
      status: 'violated',
      members: ['A', 'D'],
    });
  });

  it('grades points by a table', async () => {
    const rules = ['excellent', 'good', 'completed', 'not-completed'].map((level) => ({
      id: level,
      count: { where: is('level', 'equal', level), max: 9 },
    }));
    const { report } = (await (await asked(POOL, facts, rules, 4)).propose()).slates[0]!;
    expect(report.rules.slice(1).map(({ id, members }) => [id, members])).toEqual([
      ['excellent', ['B']],
      ['good', ['A', 'C']],
      ['completed', []],
      ['not-completed', ['D']],
    ]);
    const wrong = { id: 'x', count: { where: is('level', 'equal', 'goood'), min: 1 } };
    await expect(asked(POOL, facts, [wrong])).rejects.toThrow('did you mean “good”?');
  });

  it('is refused where it is made of what is no number, or of nothing known', async () => {
    const of = (name: string) => ({ compare: { fact: name, operator: 'equal', of: 'ballots' } });
    await expect(asked(POOL, { ...facts, x: of('name') }, [])).rejects.toThrow(
      'rules are about kinds of people',
    );
    await expect(asked(POOL, { ...facts, x: of('votess') }, [])).rejects.toThrow('did you mean “votes”?');
    await expect(asked(POOL, { ...facts, x: of('gender') }, [])).rejects.toThrow(
      'only numbers can be compared',
    );
    const none = { steps: { of: 'points', from: {} } };
    await expect(asked(POOL, { ...facts, x: none }, [])).rejects.toThrow('the least number that reaches it');
    await expect(asked(POOL, { ...facts, age: of('votes') }, [])).rejects.toThrow(
      'worked out from other columns',
    );
  });
});
